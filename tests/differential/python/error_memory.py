# differential: An allocation above the limit the program set itself is a MemoryError that can be caught.
# exit: 0
# stdout: "caught MemoryError()\ncaught again\n"
import resource

resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
try:
    bytearray(2 << 30)
except MemoryError as error:
    print("caught", repr(error))
try:
    "x" * (1 << 62)
except MemoryError as error:
    print("caught again")
