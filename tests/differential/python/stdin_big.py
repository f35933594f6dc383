# differential: Half a megabyte of input, counted.
# exit: 0
import subprocess
import sys

code = "import sys; data = sys.stdin.read(); print(len(data), data.count('\\n'), hash(data) == hash(str(data)))"
subprocess.run([sys.executable, "-c", code], input="0123456789\n" * 50_000, text=True, check=True)
