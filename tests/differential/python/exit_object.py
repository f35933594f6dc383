# differential: SystemExit with any object prints it; with none it ends with 0.
# exit: 1
import subprocess
import sys

for value in ("", "None", "True", "False", "0", "-1", "256", "257", "1 << 31", "1 << 70", "3.0", "(1, 2)", "[]"):
    child = subprocess.run([sys.executable, "-c", f"raise SystemExit({value})"], stderr=subprocess.PIPE)
    print(value, child.returncode, child.stderr)
raise SystemExit([1, "two"])
