# differential: A suggestion for an attribute of a class of the program.
# exit: 1
class Thing:
    colour = "red"


Thing().color
