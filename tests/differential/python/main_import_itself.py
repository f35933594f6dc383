# differential: import __main__ gives the running module, not a second copy.
# exit: 0
import sys

import __main__

value = 1
__main__.value += 1
print(value, __main__ is sys.modules["__main__"], vars(__main__) is globals(), __main__)
