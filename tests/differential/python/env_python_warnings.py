# differential: PYTHONWARNINGS turns a warning into an error.
# env: {"PYTHONWARNINGS": "error::UserWarning,ignore::ResourceWarning"}
# exit: 1
import sys
import warnings

print(sys.warnoptions)
print(warnings.filters[:3])
warnings.warn("now an error")
