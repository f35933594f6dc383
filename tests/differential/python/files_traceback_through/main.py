# differential: A traceback goes through several files and quotes each.
# exit: 1
from deep import first

first.call(lambda: {}["missing"])
