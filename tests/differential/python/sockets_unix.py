# differential: Unix sockets pass bytes and descriptors.
# exit: 0
import array
import os
import socket

ours, theirs = socket.socketpair()
if (child := os.fork()) == 0:
    file = os.open("passed", os.O_CREAT | os.O_RDWR)
    os.write(file, b"through a descriptor")
    socket.send_fds(theirs, [b"x"], [file])
    os._exit(0)
data, descriptors, flags, _ = socket.recv_fds(ours, 10, 1)
print(data, os.pread(descriptors[0], 100, 0), os.get_inheritable(descriptors[0]))
with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
    server.bind("path.sock")
    server.listen()
    client.connect("path.sock")
    print(client.getpeername(), repr(server.accept()[1]), os.waitpid(child, 0)[1])
