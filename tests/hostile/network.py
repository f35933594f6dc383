# Connects to the server that runs it, to the host, to the world, and asks a name server.
# stage: run | compile
# expect: ok
# prints: done
# args: {port}
# limits: {"wall_time_ms": 9000}
import socket
import sys

port = int(sys.argv[1])
targets = [("127.0.0.1", port), ("localhost", port), ("127.0.0.1", 22), ("::1", port), ("192.0.2.1", 80), ("198.51.100.7", 443), ("169.254.169.254", 80), ("10.0.0.1", 80), ("172.17.0.1", port)]
for host, number in targets:
    try:
        socket.create_connection((host, number), timeout=0.5).close()
        print("BRE" "ACH: connected to", host, number)
    except OSError as error:
        print(host, number, error)
try:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asker:
        asker.settimeout(0.5)
        asker.sendto(b"\x12\x34\x01\0\0\x01\0\0\0\0\0\0\x07example\x03com\0\0\x01\0\x01", ("127.0.0.53", 53))
        asker.recv(512)
        print("BRE" "ACH: an answer to a name")
except OSError as error:
    print("datagram", error)
try:
    socket.getaddrinfo("example.com", 80)
    print("BRE" "ACH: resolved a name")
except OSError as error:
    print("name", error)
print("done")
