# differential: A PYTHONHASHSEED that is no number stops the interpreter before the program.
# env: {"PYTHONHASHSEED": "many"}
# exit: 1
print("never")
