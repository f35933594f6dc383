# differential: A grandchild whose parent ends belongs to process 1 then, as does the program itself.
# exit: 0
import os

before = os.getppid()
read, write = os.pipe()
gate_read, gate_write = os.pipe()
if (child := os.fork()) == 0:
    if os.fork() == 0:
        os.close(gate_write)
        os.read(gate_read, 1)
        os.write(write, b"%d" % os.getppid())
    os._exit(0)
os.waitpid(child, 0)
os.close(gate_write)
print(before, os.read(read, 10))
