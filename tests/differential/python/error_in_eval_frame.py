# differential: An error inside compiled text has no source line.
# exit: 1
code = compile("\n\n1 / 0", "<made up>", "eval")
eval(code)
