# differential: The filters of warnings a program starts with.
# exit: 0
import sys
import warnings

print(*warnings.filters, sep="\n")
print(sys.warnoptions, warnings.defaultaction, warnings.onceregistry, "__warningregistry__" in globals())
