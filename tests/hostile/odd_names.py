# File names that break careless tools.
# row: R12
# expect: ok
# prints: made
import os

names = [b"x" * 255, b"\xff\xfe", b"a\nb", b"\x1b[31m", b"-rf", b"..x", "\u202egnp".encode(), b"   "]
for name in names:
    with open(name, "wb") as file:
        file.write(b"x")
    os.chmod(name, 0)
print("made", len(names))
