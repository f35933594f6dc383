# differential: Lines that end in CR LF, in code and in a string over several lines.
# exit: 0
# stdout: "'one\\ntwo' 2\n"
text = """one
two"""
print(repr(text), 1 + \
    1)
