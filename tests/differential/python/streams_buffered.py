# differential: stdout keeps up to 8192 bytes, lines or not; stderr keeps a line until its end.
# exit: 0
import os
import sys

reader, writer = os.pipe()
os.set_blocking(reader, False)
kept = os.dup(1), os.dup(2)


def arrived():
    try:
        return len(os.read(reader, 1 << 16))
    except BlockingIOError:
        return 0


os.dup2(writer, 1)
os.dup2(writer, 2)
counts = []
for text in ("x", "line\n", "y" * 8000, "z" * 200, "w" * 20000):
    sys.stdout.write(text)
    counts.append(arrived())
sys.stderr.write("no end")
counts.append(arrived())
sys.stdout.flush()
counts.append(arrived())
os.dup2(kept[0], 1)
os.dup2(kept[1], 2)
print(counts)
