# Opens sockets of every family and type.
# row: K9
# stage: run | interactive | compile
# expect: ok
# prints: done
import socket

allowed = {socket.AF_UNIX, socket.AF_INET, socket.AF_INET6}
for family in range(46):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        for protocol in (0, 1, 255):
            try:
                socket.socket(family, kind, protocol).close()
            except (OSError, OverflowError):
                continue
            # Questions about the routes of its own empty network, which name look-ups ask.
            if family == socket.AF_NETLINK and protocol == 0:
                continue
            if family not in allowed or kind == socket.SOCK_RAW and family != socket.AF_UNIX:
                print("BRE" "ACH: family", family, "type", int(kind), "protocol", protocol)
print("done")
