# A script whose interpreter is the script itself.
# row: P12
# expect: ok
# prints: refused
import os
import subprocess

path = os.path.join(os.getcwd(), "loop")
with open(path, "w") as script:
    script.write(f"#!{path}\n")
os.chmod(path, 0o755)
try:
    subprocess.run([path], check=True)
    print("BRE" "ACH: it ran")
except (OSError, subprocess.CalledProcessError):
    print("refused")
