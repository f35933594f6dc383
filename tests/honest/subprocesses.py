# expect: ok
# prints: ['apple', 'fig', 'pear'] 3 b'up'
import subprocess
import sys

words = subprocess.run(["sort"], input="pear\napple\nfig\n", capture_output=True, text=True, check=True)
failed = subprocess.run([sys.executable, "-c", "raise SystemExit(3)"], check=False)
piped = subprocess.Popen("echo down | tr a-z A-Z | sed s/DOWN/up/", shell=True, stdout=subprocess.PIPE)
print(words.stdout.split(), failed.returncode, piped.communicate()[0].strip())
