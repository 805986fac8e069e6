"""pcapng.py - an own reader and writer of pcapng blocks for the tests, that knows nothing of ours."""
import struct

SECTION, INTERFACE, OLD, SIMPLE, NAMES, STATISTICS, PACKET, SECRETS = 0x0A0D0D0A, 1, 2, 3, 4, 5, 6, 10


def blocks(data):
    """(byte order, type, body)"""
    at, order = 0, "<"
    while at + 12 <= len(data):
        if data[at:at + 4] == b"\n\r\r\n":
            order = "<" if data[at + 8:at + 12] == b"\x4d\x3c\x2b\x1a" else ">"
        kind, length = struct.unpack_from(order + "II", data, at)
        if length < 12 or at + length > len(data):
            break                            # cut short
        yield order, kind, data[at + 8:at + length - 4]
        at += length


def options_start(order, kind, body):
    if kind in (PACKET, OLD):
        return 20 + (struct.unpack_from(order + "I", body, 12)[0] + 3 & ~3)
    if kind == SECRETS:
        return 8 + (struct.unpack_from(order + "I", body, 4)[0] + 3 & ~3)
    if kind == NAMES:
        at = 0
        while at + 4 <= len(body):
            record, n = struct.unpack_from(order + "HH", body, at)
            at += 4 + (n + 3 & ~3)
            if record == 0:
                return at
        return len(body)
    return {SECTION: 16, INTERFACE: 8, STATISTICS: 12}.get(kind, len(body))


def split(order, kind, body):
    """What stands before the options, and the options; a section's length is not looked at."""
    start = options_start(order, kind, body)
    fixed, options, at = body[:start], [], start
    if kind == SECTION:
        fixed = fixed[:8] + b"\xff" * 8
    while at + 4 <= len(body):
        code, n = struct.unpack_from(order + "HH", body, at)
        if code == 0:
            break
        options.append((code, body[at + 4:at + 4 + n]))
        at += 4 + (n + 3 & ~3)
    return fixed, options


def content(data, secrets=True, comments=True):
    out = []
    for order, kind, body in blocks(data):
        if kind == SECRETS and not secrets:
            continue
        fixed, options = split(order, kind, body)
        out.append((order, kind, fixed, [o for o in options if comments or o[0] != 1]))
    return out


def comments_of(data):
    return [[o[1] for o in split(order, kind, body)[1] if o[0] == 1] for order, kind, body in blocks(data) if kind in (PACKET, OLD, SIMPLE)]


def option(order, code, value):
    return struct.pack(order + "HH", code, len(value)) + value + bytes(-len(value) % 4)


def block(order, kind, body):
    body += bytes(-len(body) % 4)
    n = len(body) + 12
    return struct.pack(order + "II", kind, n) + body + struct.pack(order + "I", n)


def section(order, length=-1, options=b""):
    return block(order, SECTION, struct.pack(order + "IHHq", 0x1A2B3C4D, 1, 0, length) + options)


def interface(order, options=b"", link=1):
    return block(order, INTERFACE, struct.pack(order + "HHI", link, 0, 65535) + options)


PING = bytes.fromhex("0200000000020200000000010800" "4500001c000100004001" "66de0a0000010a000002" "0800f7ff00000000")


def packet(order, options=b"", data=PING, point=0, kind=PACKET):
    head = struct.pack(order + "I" if kind == PACKET else order + "HH", *((point,) if kind == PACKET else (point, 7)))
    return block(order, kind, head + struct.pack(order + "IIII", 0x60000, 12345, len(data), len(data) + 3) + data + bytes(-len(data) % 4) + options)


def everything(order):
    end = option(order, 0, b"")
    custom = option(order, 2988, struct.pack(order + "I", 32473) + b"a custom option")
    names = struct.pack(order + "HH", 1, 8) + b"\x0a\0\0\2far\0" + struct.pack(order + "HH", 0, 0)
    key = b"CLIENT_RANDOM " + b"ab" * 32 + b" " + b"cd" * 48 + b"\n"
    return (section(order, 4242, option(order, 1, b"a comment on the section") + option(order, 2, b"hardware") + custom + end) +
            interface(order, option(order, 2, b"eth0") + option(order, 1, b"on the interface") + option(order, 9, b"\x09") + end) +
            interface(order, option(order, 9, b"\x89") + option(order, 12, b"an operating system"), link=101) +
            block(order, NAMES, names + option(order, 2, b"a.name.server") + option(order, 1, b"on the names") + end) +
            block(order, SECRETS, struct.pack(order + "II", 0x544C534B, len(key)) + key + bytes(-len(key) % 4)) +
            block(order, 0x0BAD, struct.pack(order + "I", 32473) + b"custom, to be copied" + option(order, 1, b"looks like a comment")) +
            packet(order) + packet(order, option(order, 1, b"first") + option(order, 2, struct.pack(order + "I", 5)) + option(order, 1, b"second") + end) +
            packet(order, option(order, 4, b"\0" * 8)) + packet(order, custom + end, kind=OLD) +
            packet(order, end, data=PING[:33]) + packet(order, data=PING[14:], point=1) +
            block(order, SIMPLE, struct.pack(order + "I", len(PING)) + PING + bytes(-len(PING) % 4)) +
            block(order, 0x40000BAD, struct.pack(order + "I", 32473) + b"not to be copied by those who change it") +
            block(order, 0x77777777, b"a block that nobody knows") +
            block(order, STATISTICS, struct.pack(order + "III", 0, 0x60000, 99) + option(order, 4, b"\1" * 8) + option(order, 1, b"on statistics") + end))
