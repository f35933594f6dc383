# differential: Tabs and blanks that cannot be compared.
# exit: 1
if True:
        print("blanks")
	print("tab")
