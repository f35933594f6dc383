# differential: The program starts itself with other arguments, and reads its own source.
# exit: 0
import subprocess
import sys

if len(sys.argv) > 1:
    print("child", sys.argv[1:], __name__, __file__, input())
    sys.exit(12)
child = subprocess.run([sys.executable, __file__, "one", "two"], input="a line\n", capture_output=True, text=True)
print(child)
