"""shuffle.py: a pcap file in which the frames that one host sent before the other one answered change places."""
import random
import struct

IN_ORDER = 40     # frames at the beginning stay: the connection opens

def shuffle(source, target):
    order = random.Random(1)
    with open(source, "rb") as f, open(target, "wb") as out:
        out.write(f.read(24))
        run, sender, number = [], None, 0
        while header := f.read(16):
            frame = f.read(struct.unpack("<8xI4x", header)[0])
            number += 1
            if frame[6:12] != sender or number <= IN_ORDER:
                order.shuffle(run)
                out.write(b"".join(run))
                run, sender = [], frame[6:12]
            run.append(header + frame)
        order.shuffle(run)
        out.write(b"".join(run))
