# differential: An unknown LANG falls back to the C locale.
# env: {"LANG": "xx_XX.ISO-8859-1"}
# exit: 0
import locale
import os
import sys

print(sys.stdout.encoding, sys.stdout.errors, sys.getfilesystemencoding(), sys.flags.utf8_mode, os.environ.get("LC_CTYPE"))
print(locale.setlocale(locale.LC_CTYPE), ascii(open("/proc/self/comm").read()))
