# differential: except* takes its part of a group, the rest goes on.
# exit: 1
try:
    raise ExceptionGroup("mixed", [ValueError(1), TypeError(2), OSError(3)])
except* ValueError as group:
    print("values", group.exceptions)
except* OSError as group:
    print("files", group.exceptions)
