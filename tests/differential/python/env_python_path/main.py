# differential: PYTHONPATH comes behind the program's folder and before the rest.
# env: {"PYTHONPATH": "/work/lib:/nowhere:relative"}
# exit: 0
import sys

print(sys.path[:5])
import found

print(found.where)
