#!/usr/bin/env python3
"""frames.py PAGE… : make the captures that golden pages describe, in $B/golden.

A page says what is on the wire in a block:

    ```frames NAME.pcap [linktype N]
    eth 02:00:00:00:00:01 > 02:00:00:00:00:02
    ipv4 10.0.0.1 > 10.0.0.2 ttl 1
    udp 5000 > 53
    12 34 01 00 "text" # a remark
    ```

Lines of hex and quoted text are bytes as they are; 00*100 is a hundred of them. A line that begins with a word makes a header around all lines
below it, with the lengths and checksums that belong there; `key value` pairs after it change what it says:

    eth A > B [type N]           vlan ID [type N] [tpid N]      llc (bytes below: an 802.3 length is put in front)
    ipv4 A > B [ttl tos id proto flags offset length checksum N] [options HEX]
    ipv6 A > B [hop next class flow length N]
    udp A > B [length checksum N]
    tcp A > B [seq ack window urgent checksum N] [flags SAFRPUEC] [options HEX]
                                 seq + and ack +: behind what these two ports sent before, in this file
    sctp A > B [tag checksum N]  with its CRC32c
    icmp, icmpv6, icmpext        put the checksum into the bytes below
    dhcp OP                      a BOOTP header with the magic cookie in front of the bytes below
    opt CODE BYTES               a DHCP option with its length
    chunk TYPE FLAGS BYTES       an SCTP chunk with its length, filled up to four bytes
    dns ID FLAGS                 a DNS header and the question for `a`, with as many answers as rr lines follow
    rr TYPE BYTES, edns BYTES    a resource record with its length; an OPT record
    tcpdns                       put their length in front of the bytes below
    http2 TYPE [flags stream N]  an HTTP/2 frame, its length put in front
    field NAME: VALUE            a header field in letters, as HPACK has it; no header: more lines may follow

A blank line, or one of dashes, ends a frame. `at SECONDS` sets its time, `cut N` keeps only N bytes of it,
`pad N` fills it up to N bytes. Times go on by a millisecond a frame."""
import glob, ipaddress, os, re, struct, sys

PROTO = {"udp": 17, "sctp": 132, "tcp": 6, "icmp": 1, "icmpv6": 58, "ipv4": 4, "ipv6": 41}
TCP_FLAGS = "FSRPAUEC"


def checksum(data):
    data += b"\0" * (len(data) & 1)
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def number(text):
    return int(text, 0)


def mac(text):
    return bytes.fromhex(text.replace(":", ""))


def raw(line):
    """The bytes of a line of hex and quoted text, without its remark."""
    out = b""
    if line.startswith("opt "):
        _, code, *rest = line.split(None, 2)
        body = raw(rest[0]) if rest else b""
        return bytes([number(code), len(body)]) + body
    if line.startswith("rr "):
        _, kind, *rest = line.split(None, 2)
        body = raw(rest[0]) if rest else b""
        return b"\xc0\x0c" + struct.pack("!HHIH", number(kind), 1, 60, len(body)) + body
    if line.startswith("chunk "):
        _, kind, flags, *rest = line.split(None, 3)
        body = raw(rest[0]) if rest else b""
        return struct.pack("!BBH", number(kind), number(flags), 4 + len(body)) + body + bytes(-len(body) % 4)
    if line.startswith("edns "):
        body = raw(line[5:])
        return b"\0\0\x29\x04\xd0\0\0\0\0" + struct.pack("!H", len(body)) + body
    for text, word in re.findall(r'"((?:[^"\\]|\\.)*)"|(#.*|[^\s"]+)', line):
        if word.startswith("#"):
            break
        byte, _, times = word.partition("*")
        out += bytes.fromhex(byte) * int(times or 1) if word else text.encode().decode("unicode_escape").encode("latin-1")
    return out


class Frame:
    sent = {}                              # both ports: the next sequence number

    def __init__(self):
        self.lines, self.time, self.keep, self.pad = [], None, None, 0

    def build(self):
        return self.inside(self.lines, None)[0].ljust(self.pad, b"\0")

    def inside(self, lines, network):
        """Bytes of these lines, and the name of their first header."""
        data = b""
        for i, line in enumerate(lines):
            name, *words = line.split()
            if name in HEADERS:
                made, inner = HEADERS[name](self, words, lines[i + 1:], network)
                return data + made, name if not data else None
            if name == "field":
                text = line.split(None, 1)[1]
                at = text.index(":", 1)
                data += b"\0" + b"".join(bytes([len(p)]) + p.encode() for p in (text[:at], text[at + 1:].strip()))
                continue
            data += raw(line)
        return data, None

    @staticmethod
    def options(words, ends=True):
        words = list(words)
        between = (words[0], words[2]) if ends else ()
        rest = words[3:] if ends else words
        return between, dict(zip(rest[::2], rest[1::2]))

    def eth(self, words, lines, network):
        (src, dst), o = self.options(words)
        body, first = self.inside(lines, network)
        kind = {"ipv4": 0x0800, "ipv6": 0x86DD, "vlan": 0x8100}.get(first, 0)
        if first == "vlan":
            kind = number(self.options(lines[0].split()[2:], False)[1].get("tpid", "0x8100"))
        kind = number(o["type"]) if "type" in o else kind
        return mac(dst) + mac(src) + (struct.pack("!H", kind) if kind else b"") + body, first

    def vlan(self, words, lines, network):
        _, o = self.options(words[1:], False)
        body, first = self.inside(lines, network)
        kind = number(o["type"]) if "type" in o else {"ipv4": 0x0800, "ipv6": 0x86DD, "vlan": 0x8100}.get(first, 0)
        return struct.pack("!HH", number(words[0]), kind) + body, first

    def llc(self, words, lines, network):
        body, first = self.inside(lines, network)
        return struct.pack("!H", len(body)) + body, first

    def ipv4(self, words, lines, network):
        (src, dst), o = self.options(words)
        ends = ipaddress.ip_address(src).packed + ipaddress.ip_address(dst).packed
        body, first = self.inside(lines, ends)
        extra = bytes.fromhex(o.get("options", ""))
        size = 20 + len(extra)
        fields = [0x40 | size // 4, number(o.get("tos", "0")), number(o.get("length", str(size + len(body)))),
                  number(o.get("id", "1")), number(o.get("flags", "0")) << 13 | number(o.get("offset", "0")) // 8,
                  number(o.get("ttl", "64")), number(o.get("proto", str(PROTO.get(first, 0)))), 0]
        header = struct.pack("!BBHHHBBH", *fields) + ends + extra
        fields[7] = number(o["checksum"]) if "checksum" in o else checksum(header)
        return struct.pack("!BBHHHBBH", *fields) + ends + extra + body, first

    def ipv6(self, words, lines, network):
        (src, dst), o = self.options(words)
        ends = ipaddress.ip_address(src).packed + ipaddress.ip_address(dst).packed
        body, first = self.inside(lines, ends)
        if first == "ext":
            first = None
        return struct.pack("!IHBB", 6 << 28 | number(o.get("class", "0")) << 20 | number(o.get("flow", "0")),
                           number(o.get("length", str(len(body)))), number(o.get("next", str(PROTO.get(first, 59)))),
                           number(o.get("hop", "64"))) + ends + body, first

    def pseudo(self, network, proto, body):
        if network and len(network) == 8:
            return network + struct.pack("!HH", proto, len(body))
        return (network or b"") + struct.pack("!II", len(body), proto)

    def udp(self, words, lines, network):
        (src, dst), o = self.options(words)
        body, _ = self.inside(lines, network)
        header = struct.pack("!HHH", number(src), number(dst), number(o.get("length", str(8 + len(body)))))
        total = checksum(self.pseudo(network, 17, header + b"\0\0" + body) + header + b"\0\0" + body) or 0xFFFF
        return header + struct.pack("!H", number(o["checksum"]) if "checksum" in o else total) + body, None

    def tcp(self, words, lines, network):
        (src, dst), o = self.options(words)
        body, _ = self.inside(lines, network)
        extra = bytes.fromhex(o.get("options", ""))
        flags = sum(1 << TCP_FLAGS.index(f) for f in o.get("flags", "A"))
        seq, ack = (self.sent.get(ends, 0) if o.get(name) == "+" else number(o.get(name, "0"))
                    for name, ends in (("seq", (src, dst)), ("ack", (dst, src))))
        self.sent[src, dst] = seq + len(body) + bool(flags & 3)
        start = struct.pack("!HHIIBBH", number(src), number(dst), seq, ack,
                            (20 + len(extra)) // 4 << 4, flags, number(o.get("window", "8192")))
        rest = struct.pack("!H", number(o.get("urgent", "0"))) + extra + body
        whole = start + b"\0\0" + rest
        total = number(o["checksum"]) if "checksum" in o else checksum(self.pseudo(network, 6, whole) + whole)
        return start + struct.pack("!H", total) + rest, None

    def sctp(self, words, lines, network):
        (src, dst), o = self.options(words)
        body, _ = self.inside(lines, network)
        start = struct.pack("!HHI", number(src), number(dst), number(o.get("tag", "0")))
        total = number(o["checksum"]) if "checksum" in o else crc32c(start + bytes(4) + body)
        return start + struct.pack("<I", total) + body, None

    def http2(self, words, lines, network):
        _, o = self.options(words[1:], False)
        body, _ = self.inside(lines, network)
        return struct.pack("!I", len(body))[1:] + struct.pack("!BBI", number(words[0]), number(o.get("flags", "0")),
                                                              number(o.get("stream", "0"))) + body, None

    def icmp(self, words, lines, network):
        body, _ = self.inside(lines, network)
        return body[:2] + struct.pack("!H", checksum(body[:2] + b"\0\0" + body[4:])) + body[4:], None

    def icmpv6(self, words, lines, network):
        body, _ = self.inside(lines, network)
        blank = body[:2] + b"\0\0" + body[4:]
        return body[:2] + struct.pack("!H", checksum(self.pseudo(network, 58, blank) + blank)) + body[4:], None

    def dhcp(self, words, lines, network):
        body, _ = self.inside(lines, network)
        start = bytes([number(words[0]), 1, 6, 0]) + bytes.fromhex("12345678") + bytes(20) + mac("02:00:00:00:00:01") + bytes(202)
        return start + bytes.fromhex("63825363") + body, None

    def dns(self, words, lines, network):
        body, _ = self.inside(lines, network)
        answers, more = (sum(line.startswith(w) for line in lines) for w in ("rr ", "edns "))
        return struct.pack("!6H", number(words[0]), number(words[1]), 1, answers, 0, more) + b"\1a\0\0\1\0\1" + body, None

    def tcpdns(self, words, lines, network):
        body, _ = self.inside(lines, network)
        return struct.pack("!H", len(body)) + body, None


HEADERS = {n: getattr(Frame, n) for n in ("eth", "vlan", "llc", "ipv4", "ipv6", "udp", "tcp", "icmp", "icmpv6", "dhcp", "dns", "tcpdns",
                                         "http2", "sctp")}
HEADERS["icmpext"] = Frame.icmp


def frames_of(block):
    frames, frame = [], Frame()
    for line in block.splitlines() + [""]:
        line = line.strip()
        word = line.split()[0] if line else ""
        if not line or set(line) == {"-"}:
            if frame.lines:
                frames.append(frame)
                frame = Frame()
        elif word == "at":
            frame.time = round(float(line.split()[1]) * 1e6)
        elif word == "cut":
            frame.keep = number(line.split()[1])
        elif word == "pad":
            frame.pad = number(line.split()[1])
        elif not line.startswith("#"):
            frame.lines.append(line)
    return frames


def write(path, linktype, block):
    now = 0
    Frame.sent = {}
    with open(path, "wb") as out:
        out.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 262144, linktype))
        for frame in frames_of(block):
            now = frame.time if frame.time is not None else now + 1000
            data = frame.build()
            kept = data[:frame.keep] if frame.keep is not None else data
            out.write(struct.pack("<IIII", 1767225600 + now // 1000000, now % 1000000, len(kept), len(data)) + kept)


def main():
    to = os.path.join(os.environ.get("B", "build"), "golden")
    os.makedirs(to, exist_ok=True)
    for page in sys.argv[1:] or sorted(glob.glob("tests/golden/*.md")):
        text = open(page, encoding="utf-8").read()
        for name, linktype, block in re.findall(r"^```frames (\S+)(?: linktype (\d+))?\n(.*?)^```", text, re.M | re.S):
            try:
                write(os.path.join(to, name), int(linktype or 1), block)
            except (ValueError, IndexError, struct.error) as e:
                sys.exit(f"{page}: {name}: {e}")


if __name__ == "__main__":
    main()
