# differential: LC_ALL=C makes UTF-8 of the C locale, and says so in the environment of the program.
# env: {"LC_ALL": "C"}
# exit: 0
import locale
import os
import sys

print(sys.stdout.encoding, sys.stdout.errors, sys.stdin.errors, sys.getfilesystemencoding(), sys.flags.utf8_mode)
print(locale.getlocale(), locale.setlocale(locale.LC_CTYPE), os.environ.get("LC_CTYPE"), locale.getpreferredencoding())
