# differential: A coding that does not exist.
# coding: klingon
# exit: 1
print("never")
