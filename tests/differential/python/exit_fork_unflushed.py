# differential: What was not flushed before fork comes out twice.
# exit: 0
# stdout: "once or twice\nchild\nonce or twice\nparent\n"
import io
import os
import sys

sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w", closefd=False)), encoding="utf-8")
print("once or twice")
child = os.fork()
if child:
    os.waitpid(child, 0)
    print("parent")
else:
    print("child")
