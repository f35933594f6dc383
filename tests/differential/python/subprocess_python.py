# differential: A child of sys.executable starts like any interpreter: arguments, environment, modules, flags.
# exit: 0
import subprocess
import sys

code = "import sys, os; print(sys.argv, sys.flags, len(sys.modules), sorted(os.environ), sys.path, sys.stdout.encoding, os.listdir('/proc/self/fd'), __name__)"
print(subprocess.run([sys.executable, "-c", code, "a"], capture_output=True, text=True, check=True, env={"ONLY": "1"}).stdout)
print(subprocess.run([sys.executable, "-I", "-S", "-X", "utf8", "-c", code], capture_output=True, text=True, check=True).stdout)
