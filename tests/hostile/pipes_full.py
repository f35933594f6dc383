# Fills as many pipes and socket pairs as it is given.
# row: R5
# expect: ok | memory_limit | runtime_error | forbidden_call
# within: 9000
import os
import socket

held = []
try:
    for _ in range(2000):
        held.append(os.pipe())
        os.set_blocking(held[-1][1], False)
        os.write(held[-1][1], b"x" * 65536)
        pair = socket.socketpair()
        held.append(pair)
        pair[0].setblocking(False)
        try:
            while True:
                pair[0].send(b"x" * 65536)
        except BlockingIOError:
            pass
except OSError:
    pass
print("held", len(held) > 0)
