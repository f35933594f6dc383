# Sends the ends of full pipes through sockets and closes its own: what is only on its way still has to count and to go.
# row: R5
# expect: ok | memory_limit | runtime_error
# within: 9000
import array
import os
import socket

passed = 0
kept = []
try:
    for _ in range(400):
        left, right = socket.socketpair()
        left.setblocking(False)
        kept += [left, right]
        try:
            while True:
                reader, writer = os.pipe()
                try:
                    os.set_blocking(writer, False)
                    try:
                        os.write(writer, b"x" * 65536)
                    except BlockingIOError:
                        pass
                    left.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [reader, writer]))])
                    passed += 1
                finally:
                    os.close(reader)
                    os.close(writer)
        except (BlockingIOError, OSError):
            pass
except OSError:
    pass
print("passed", passed > 0)
