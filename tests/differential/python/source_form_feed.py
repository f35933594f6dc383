# differential: Form feeds and odd identifiers in the source.
# exit: 0
# stdout: "['fi', 'μ'] 2\n"

µ = 1
ﬁ = 2
if µ:
    print(sorted(name for name in globals() if not name.startswith("__")), fi)
