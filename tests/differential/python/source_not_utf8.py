# differential: Bytes that are no UTF-8, without a coding line.
# exit: 1
print("before")
print("é")
