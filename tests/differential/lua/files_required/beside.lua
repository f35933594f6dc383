print("loading", ...)
return { value = 1 }
