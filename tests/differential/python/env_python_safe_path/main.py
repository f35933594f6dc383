# differential: PYTHONSAFEPATH leaves the program's folder out of sys.path.
# env: {"PYTHONSAFEPATH": "1"}
# exit: 0
import sys

print(sys.path[0], sys.flags.safe_path)
try:
    import beside
except ModuleNotFoundError as error:
    print(error)
