"""talk.py SCENE PID: both ends of a TCP connection, the server in the network namespace of process PID."""
import ctypes, os, socket, struct, sys, time

CLONE_NEWNET = 0x40000000
libc = ctypes.CDLL(None, use_errno=True)


def server_socket(port, buffer=0):
    home, away = os.open("/proc/self/ns/net", os.O_RDONLY), os.open(f"/proc/{sys.argv[2]}/ns/net", os.O_RDONLY)
    assert libc.setns(away, CLONE_NEWNET) == 0
    s = socket.socket()
    assert libc.setns(home, CLONE_NEWNET) == 0      # a socket stays where it was made
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if buffer:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    s.bind(("10.0.0.2", port))
    s.listen()
    return s


def connect(port=7000, **options):
    listener = server_socket(port, **options)
    client = socket.create_connection(("10.0.0.2", port))
    server, _ = listener.accept()
    return client, server


def read(s, n):
    while n:
        n -= len(s.recv(n))


def loss():
    """Segments get lost, late and doubled; everything arrives all the same."""
    client, server = connect()
    client.sendall(b"send me ten thousand bytes\n")
    read(server, 27)
    server.sendall(bytes(range(48, 58)) * 1000)
    read(client, 10000)
    client.sendall(b"and now goodbye\n")
    read(server, 16)
    server.close()
    client.close()
    time.sleep(0.3)


def window():
    """The server does not read: its window closes, the client asks, the window opens again."""
    client, server = connect(buffer=2304)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 20000)
    client.send(bytes(6000))
    time.sleep(1.2)
    read(server, 6000)
    client.close()
    time.sleep(0.3)
    server.close()


def manners():
    """A keep-alive, a half-closed connection, an aborted one, a refused one."""
    client, server = connect()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 1)
    client.send(b"are you there?")
    read(server, 14)
    time.sleep(1.3)
    client.shutdown(socket.SHUT_WR)
    server.send(b"yes, and you have finished")
    read(client, 26)
    server.close()
    client.close()
    client, server = connect(port=7001)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
    try:
        socket.create_connection(("10.0.0.2", 7002))
    except ConnectionRefusedError:
        pass
    time.sleep(0.2)


{"loss": loss, "window": window, "manners": manners}[sys.argv[1]]()
