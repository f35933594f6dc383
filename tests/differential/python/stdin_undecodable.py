# differential: Bytes of input that are no UTF-8 come as surrogates; reconfigure changes how they are read.
# exit: 0
import subprocess
import sys

code = "import sys; {}; print(ascii(sys.stdin.read()), sys.stdin.errors)"
for change in ("pass", "sys.stdin.reconfigure(errors='surrogateescape')", "sys.stdin.reconfigure(encoding='latin-1')"):
    child = subprocess.run([sys.executable, "-c", code.format(change)], input=b"a\xffb", capture_output=True)
    print(child.returncode, child.stdout, child.stderr.splitlines()[-1:])
