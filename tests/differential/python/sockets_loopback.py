# differential: Sockets on loopback: TCP with a thread, UDP, names, time limits.
# exit: 0
import socket
import threading

with socket.create_server(("127.0.0.1", 0)) as server:

    def answer():
        connection, (host, _) = server.accept()
        with connection:
            connection.sendall(connection.recv(100)[::-1] + host.encode())

    thread = threading.Thread(target=answer)
    thread.start()
    with socket.create_connection(server.getsockname()) as client:
        client.sendall(b"abc")
        print(client.recv(100))
    thread.join()
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
    udp.bind(("127.0.0.1", 0))
    udp.sendto(b"datagram", udp.getsockname())
    print(udp.recv(100))
    udp.settimeout(0.01)
    try:
        udp.recv(1)
    except TimeoutError as error:
        print(error)
print(socket.getdefaulttimeout(), socket.gethostname(), socket.gethostbyname("localhost"), socket.if_nameindex())
