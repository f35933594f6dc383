# differential: breakpoint() without anything to read ends the program.
# exit: 1
breakpoint()
print("not reached")
