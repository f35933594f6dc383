# differential: input() without anything to read.
# exit: 1
name = input("Name? ")
