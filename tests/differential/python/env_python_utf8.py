# differential: PYTHONUTF8=0 with the C locale leaves ASCII, when coercion is off too.
# env: {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
# exit: 0
import sys

print(sys.flags.utf8_mode, sys.stdout.encoding, sys.stdout.errors, sys.getfilesystemencoding())
print("\udcff\udcc3")
