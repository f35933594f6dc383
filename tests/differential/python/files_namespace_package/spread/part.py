value = "found"
