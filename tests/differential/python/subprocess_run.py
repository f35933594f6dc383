# differential: subprocess.run with input, output, errors, texts, time limits.
# exit: 0
import subprocess

print(subprocess.run(["sort", "-r"], input="a\nc\nb\n", capture_output=True, text=True, check=True).stdout.split())
print(subprocess.run("echo out; echo err >&2; exit 3", shell=True, capture_output=True))
for wrong in (["false"], ["no-such-program"], ["/work/main.py"]):
    try:
        subprocess.run(wrong, check=True)
    except (subprocess.CalledProcessError, OSError) as error:
        print(type(error).__name__, error)
try:
    subprocess.run(["sleep", "9"], timeout=0.1)
except subprocess.TimeoutExpired as error:
    print(type(error).__name__, error.cmd, error.stdout)
