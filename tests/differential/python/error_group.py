# differential: An exception group is drawn as a tree, with notes.
# exit: 1
def fail(number):
    raise ValueError(number)


errors = []
for n in range(2):
    try:
        fail(n)
    except ValueError as error:
        error.add_note(f"note {n}\nin two lines")
        errors.append(error)
raise ExceptionGroup("all of them", [ExceptionGroup("inner", errors), TypeError("alone")])
