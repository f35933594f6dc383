# differential: The first string of the program is the documentation of __main__.
# exit: 0
"""What this program is about."""
import __main__

print(repr(__doc__))
print(__main__.__doc__ is __doc__)
