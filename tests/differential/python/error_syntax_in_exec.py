# differential: A syntax error inside exec has the traceback and the text that was wrong.
# exit: 1
exec("x = 1\ny = = 2\n")
