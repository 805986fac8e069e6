"""cable.py RULE…: a cable between the tap devices `wire` and `far` that does what a bad network does.

A rule is a direction (> from wire to far, < from far to wire), the number of a TCP segment with data in that
direction, and what happens to it: `<5 lose`, `<9 late` (after the next one), `<12 twice`. Number 0 is the SYN."""
import fcntl, os, select, struct, sys

TUNSETIFF, IFF_TAP, IFF_NO_PI = 0x400454CA, 2, 0x1000


def tap(name):
    fd = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH22x", name, IFF_TAP | IFF_NO_PI))
    return fd


def counts(frame):
    """Is it a TCP segment with data? And is it a SYN?"""
    if frame[12:14] != b"\x08\x00" or frame[23] != 6:
        return False, False
    header = 14 + (frame[14] & 15) * 4
    data = struct.unpack_from("!H", frame, 16)[0] + 14 - header - (frame[header + 12] >> 4) * 4
    return data > 0, bool(frame[header + 13] & 2)


rules = {}
for direction, what in zip(sys.argv[1::2], sys.argv[2::2]):
    rules[direction] = what
near, far = tap(b"wire"), tap(b"far")
seen = {">": 0, "<": 0}
late = {">": None, "<": None}
while True:
    for fd in select.select([near, far], [], [])[0]:
        frame = os.read(fd, 65536)
        side, other = (">", far) if fd == near else ("<", near)
        data, syn = counts(frame)
        seen[side] += data
        rule = rules.pop(side + (str(seen[side]) if data else "0"), None) if data or syn else None
        if rule == "lose":
            continue
        if rule == "late":
            late[side] = frame
            continue
        os.write(other, frame)
        if rule == "twice":
            os.write(other, frame)
        if late[side] and data:
            os.write(other, late[side])
            late[side] = None
