# differential: Variables of the caller: odd names, empty values, unicode, and one that replaces the base's.
# env: {"EMPTY": "", "UNICODE": "naïve ☃", "lower_name_2": "x=y=z", "LINES_OF": "one\ntwo", "TMPDIR": "/work"}
# exit: 0
import os
import tempfile

for name in ("EMPTY", "UNICODE", "lower_name_2", "LINES_OF", "TMPDIR"):
    print(name, ascii(os.environ[name]), os.environb[name.encode()])
print(tempfile.gettempdir())
