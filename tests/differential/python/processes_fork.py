# differential: fork, wait and the ways a child ends.
# exit: 0
import os

for number in (0, 3, 255):
    if (child := os.fork()) == 0:
        os._exit(number)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
read, write = os.pipe()
if (child := os.fork()) == 0:
    os.write(write, b"from the child, parent is right: %d" % (os.getppid() != os.getpid()))
    os.abort()
os.close(write)
print(os.read(read, 100), os.waitstatus_to_exitcode(os.wait()[1]))
