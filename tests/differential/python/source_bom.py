# differential: A byte order mark before the first line is skipped.
# exit: 0
# stdout: "efbbbf True\n"
print(open(__file__, "rb").read(3).hex(), "é" == "\xe9")
