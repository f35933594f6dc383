# expect: ok
# prints: 50331648 True
import hashlib
import os
import tempfile

block = os.urandom(1 << 20)
with tempfile.NamedTemporaryFile(dir="/tmp") as file:
    for _ in range(48):
        file.write(block)
    file.flush()
    size = os.path.getsize(file.name)
    file.seek(0)
    same = all(hashlib.sha256(file.read(1 << 20)).digest() == hashlib.sha256(block).digest() for _ in range(48))
    print(size, same)
