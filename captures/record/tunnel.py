"""tunnel.py: make the device tun0 and answer every echo request that goes into it."""
import fcntl, struct

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 1, 0x1000
tun = open("/dev/net/tun", "r+b", buffering=0)
fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH22x", b"tun0", IFF_TUN | IFF_NO_PI))
while True:
    p = bytearray(tun.read(65536))
    at, reply = (20, 0) if p[0] >> 4 == 4 else (40, 129)
    if p[at] not in (8, 128):
        continue
    # Addresses change places, which no checksum minds; the type's change is taken out of the checksum (RFC 1624).
    half = 4 if at == 20 else 16
    src, dst = (12, 16) if at == 20 else (8, 24)
    p[src:src + half], p[dst:dst + half] = p[dst:dst + half], p[src:src + half]
    total = (~int.from_bytes(p[at + 2:at + 4], "big") & 0xFFFF) + (~(p[at] << 8) & 0xFFFF) + (reply << 8)
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    p[at] = reply
    p[at + 2:at + 4] = struct.pack("!H", ~total & 0xFFFF)
    tun.write(p)
