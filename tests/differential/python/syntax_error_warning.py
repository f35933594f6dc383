# differential: An invalid escape is a warning that is not shown, `is` with a literal is one that is.
# exit: 0
text = "\d"
print(text)
print(text is "x")
assert (text, "always true")
