# differential: A closed pipe is a BrokenPipeError, since SIGPIPE is ignored.
# exit: 0
import os
import signal

reader, writer = os.pipe()
os.close(reader)
try:
    os.write(writer, b"x")
except BrokenPipeError as error:
    print(error)
print(signal.getsignal(signal.SIGPIPE))
