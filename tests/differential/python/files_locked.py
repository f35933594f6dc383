# differential: Locks on files between the program and a child.
# exit: 0
import fcntl
import os

file = open("locked", "w")
fcntl.flock(file, fcntl.LOCK_EX)
if (child := os.fork()) == 0:
    other = open("locked")
    try:
        fcntl.flock(other, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError as error:
        print(error, flush=True)
    os._exit(0)
os.waitpid(child, 0)
fcntl.lockf(file, fcntl.LOCK_EX, 10)
fcntl.flock(file, fcntl.LOCK_UN)
print(os.lockf(file.fileno(), os.F_TEST, 0))
