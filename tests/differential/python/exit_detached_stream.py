# differential: A buffer that lies where a detached stream's lay is written out at the end.
# stdin: "the answer\n"
# exit: 0
# stdout: "the answer\n"
import sys
from io import BufferedWriter

data = sys.stdin.detach().read()
out = BufferedWriter(sys.stdout.buffer.raw)
out.write(data)
