# differential: A last line without an end, after an indented block.
# exit: 0
# stdout: "0\n1\n"
for n in range(2):
    print(n)
    # the end