# differential: An audit hook sees what the program does after it was added, until the end.
# exit: 0
import sys


def hook(event, args):
    if event in ("compile", "exec", "os.listdir", "open", "import") and "codecs" not in str(args):
        print(event, [arg if isinstance(arg, str) else type(arg).__name__ for arg in args][:2])


sys.addaudithook(hook)
import os

os.listdir(".")
exec("x = 1")
open("made", "w").close()
