# differential: A syntax error in the program itself: no traceback, the line and a mark.
# exit: 1
print("never shown")
total = (1 + 2
print(total)
