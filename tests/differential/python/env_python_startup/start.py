started = True
print("never")
