# differential: PYTHONIOENCODING for the three streams.
# env: {"PYTHONIOENCODING": "latin-1:replace"}
# exit: 0
import sys

print("é ☃", sys.stdout.encoding, sys.stdin.errors, sys.stderr.errors, sys.getfilesystemencoding())
