# differential: Bytes that are no text come back as surrogates in a child's arguments.
# exit: 0
import subprocess
import sys

code = "import sys, os; print(ascii(sys.argv[1]), os.fsencode(sys.argv[1]))"
subprocess.run([sys.executable, "-c", code, b"a\xff\xfeb"], check=True)
