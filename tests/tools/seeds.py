#!/usr/bin/env python3
"""seeds.py DIR: the golden pages' frames as seeds in the form of tests/fuzz/frames.h: a link type, then frames with lengths."""
import glob, os, re, struct, subprocess, sys

source = open("tests/fuzz/frames.h", encoding="utf-8").read()
linktypes = [int(n) for n in re.search(r"linktypes\[\] = \{([^}]*)\}", source).group(1).split(",")]
place = os.path.join(os.environ.get("B", "build"), "golden")
subprocess.run([sys.executable, "tests/tools/frames.py"], check=True)
os.makedirs(sys.argv[1], exist_ok=True)
for path in glob.glob(place + "/*.pcap"):
    data = open(path, "rb").read()
    linktype, at, seed = struct.unpack("<I", data[20:24])[0], 24, b""
    if linktype not in linktypes:
        continue
    while at + 16 <= len(data):
        kept, whole = struct.unpack("<II", data[at + 8:at + 16])
        frame = data[at + 16:at + 16 + kept][:0x7FF]
        seed += struct.pack("!H", len(frame) | (0x8000 if kept < whole else 0)) + frame
        at += 16 + kept
    with open(os.path.join(sys.argv[1], os.path.basename(path)), "wb") as out:
        out.write(bytes([linktypes.index(linktype)]) + seed)
