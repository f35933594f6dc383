# differential: mmap of a file and of memory shared with a child.
# exit: 0
import mmap
import os

with open("data", "w+b") as file:
    file.write(b"0123456789" * 1000)
    file.flush()
    with mmap.mmap(file.fileno(), 0) as view:
        view[:3] = b"abc"
        print(view[:6], view.find(b"789"), len(view), view.size())
print(open("data").read(6))
shared = mmap.mmap(-1, 100)
if (child := os.fork()) == 0:
    shared.write(b"from the child")
    os._exit(0)
os.waitpid(child, 0)
print(shared[:14])
