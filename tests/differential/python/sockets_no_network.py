# differential: There is no way out: the errors of connecting elsewhere.
# exit: 0
import socket
import urllib.error
import urllib.request

for target in (("192.0.2.1", 80), ("127.0.0.1", 1)):
    try:
        socket.create_connection(target, timeout=3)
    except OSError as error:
        print(target, error)
for family in (socket.AF_PACKET, socket.AF_VSOCK):
    try:
        socket.socket(family, socket.SOCK_RAW)
    except OSError as error:
        print(type(error).__name__)
