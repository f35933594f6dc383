# differential: A long line in a traceback, and marks that would cover it all.
# exit: 1
value = (1 +
         2 + None +
         3)
