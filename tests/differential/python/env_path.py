# differential: PATH decides where children are found, sys.executable stays what it was.
# env: {"PATH": "/work/bin"}
# exit: 0
import shutil
import subprocess
import sys

print(sys.executable, shutil.which("ls"))
try:
    subprocess.run(["ls"], check=False)
except FileNotFoundError as error:
    print(error)
