# differential: What an import of json pulls in.
# exit: 0
import sys

before = set(sys.modules)
import json

print(*sorted(set(sys.modules) - before), sep="\n")
