# differential: Filters of warnings are what importing it leaves.
# exit: 0
import warnings
import numpy
for action, message, category, module, line in warnings.filters:
    print(action, message and message.pattern, category.__name__, module, line)
