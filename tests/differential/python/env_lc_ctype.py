# differential: LC_CTYPE alone decides about the encoding.
# env: {"LC_CTYPE": "POSIX"}
# exit: 0
import locale
import os
import sys

print(sys.stdout.encoding, sys.stdout.errors, sys.flags.utf8_mode, os.environ["LC_CTYPE"], locale.setlocale(locale.LC_CTYPE))
