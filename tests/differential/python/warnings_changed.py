# differential: simplefilter, catch_warnings, showwarning and errors.
# exit: 1
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("kept", ImportWarning)
print([(entry.category.__name__, str(entry.message), entry.lineno) for entry in caught])
warnings.showwarning = lambda message, category, filename, line, file=None, text=None: print("shown:", message, line)
warnings.warn("through a function")
warnings.simplefilter("error")
warnings.warn("an error now", RuntimeWarning)
