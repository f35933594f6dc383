# differential: The environment the program starts with, by name.
# exit: 0
import os

for name in sorted(os.environ):
    print(name, "=", os.environ[name])
