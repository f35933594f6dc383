# differential: A replaced sys.stdout gets what print writes, and is put back.
# exit: 0
import contextlib
import io
import sys

with contextlib.redirect_stdout(io.StringIO()) as caught:
    print("into a string")
    sys.stdout.write("x")
print(repr(caught.getvalue()))
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-16-le", newline="\r\n", write_through=True)
print("wide")
sys.stdout.flush()
sys.stdout.detach()
sys.stdout = sys.__stdout__
