# differential: Wrong indentation has an error of its own.
# exit: 1
if True:
    print("four")
   print("three")
