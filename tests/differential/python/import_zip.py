# differential: Modules are imported out of a zip file on sys.path.
# exit: 0
import sys
import zipfile

with zipfile.ZipFile("pack.zip", "w") as archive:
    archive.writestr("inside.py", "def fail():\n    raise ValueError('from a zip')\n")
    archive.writestr("package/__init__.py", "name = __name__\n")
sys.path.insert(0, "pack.zip")
import inside
import package

print(inside.__file__, type(inside.__loader__).__name__, package.name, package.__path__)
try:
    inside.fail()
except ValueError:
    import traceback

    traceback.print_exc(file=sys.stdout)
