WHOSE = "my random"
