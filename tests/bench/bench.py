#!/usr/bin/env python3
"""bench.py: measure wiretale beside tcpdump, tshark, a bare libpcap loop and openssl speed; write
docs/performance.md, $B/bench.json (the ratios) and $B/bench-details.json (everything).

Everything is measured in one run: ours and theirs in turn, BENCH_PAIRS times (3), the median of the ratios.
BENCH_MIXES names the mixes to measure (all); the page is written only where all were.  Output goes to a file in
memory, what is read was read once before, TZ is UTC for all.  Ratios are of elapsed time; where one program alone is
looked at, time is user + system time."""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import namedtuple

sys.dont_write_bytecode = True
import page
import shuffle

B = os.environ.get("B", "build")
WORK = f"{B}/bench"
PAIRS = int(os.environ.get("BENCH_PAIRS", "3"))
TURNS = 7                # for growth: what else a machine does only ever adds, so the least of several is nearest to what the work takes
OUTPUT = tempfile.mkdtemp(prefix="wiretale-bench-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) + "/output"
HEAVY, LIGHT = 10000, 60000    # frames for what prints a page for each of them, and for what prints a line or less

TCP_FIELDS = ["frame.number", "ip.src", "ip.dst", "tcp.srcport", "tcp.len"]
UDP_FIELDS = ["frame.number", "ip.src", "ip.dst", "udp.srcport", "udp.length"]
# tshark keeps the whole of a body it has not seen the end of, and needs time as the square of it: `bound` frames are enough.
# `filter` chooses little or nothing, `many` about half of the frames.
Mix = namedtuple("Mix", "what filter fields bound tls above many", defaults=(TCP_FIELDS, None, False, False, "tcp.len > 0"))
MIXES = {
    "http": Mix("many small HTTP requests, each connection kept for 505 of them (nginx)", "http.response.code == 404"),
    "connections": Mix("200,000 short connections, each for one small HTTP request (nginx)", "tcp.flags.reset == 1"),
    "udp": Mix("UDP messages of 12 bytes, 32 senders", "udp.length > 1000", UDP_FIELDS,
               many="udp.dstport < 1024 || udp.stream < 16"),
    "download": Mix("one long HTTP download in frames of 1,514 bytes (nginx)", "tcp.analysis.retransmission", bound=10000),
    "http2": Mix("small requests over HTTP/2, four at a time on each of eight connections (h2load, nginx)",
                 "http2.type == 3", above=True),
    "tls-handshakes": Mix("40,000 full TLS 1.3 handshakes, each for one small request (OpenSSL, nginx), with keys",
                          "http.response.code == 404", tls=True, above=True),
    "tls-requests": Mix("small requests over TLS 1.3, each connection kept for 1,010 of them (OpenSSL, nginx), with keys",
                        "http.response.code == 404", tls=True, above=True),
    "tls-bulk": Mix("one long download over TLS 1.3 with AES-128-GCM (OpenSSL, nginx), with keys",
                    "tcp.analysis.retransmission", bound=10000, tls=True, above=True),
    "websocket": Mix("WebSocket messages of some 45 bytes, sent back, 16 connections (our own peers)",
                     "websocket.opcode == 8", above=True),
}

# ---- running

Cost = namedtuple("Cost", "seconds elapsed peak_kib output_bytes")

def measure(command, output=OUTPUT):
    line = subprocess.run([f"{WORK}/measure", output] + command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, env=dict(os.environ, TZ="UTC"))
    words = line.stdout.split()
    if line.returncode or len(words) != 6 or words[4] != "0":
        sys.exit(f"bench: {' '.join(command)} failed: {line.stdout}{line.stderr}")
    return Cost(float(words[0]) + float(words[1]), float(words[2]), int(words[3]), int(words[5]))

def warm(path, most=2**32):
    """Have the file in memory, so that nobody waits for a disk."""
    with open(path, "rb", buffering=0) as f:
        while most > 0 and (got := len(f.read(2**22))):
            most -= got

def output_of(command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True).stdout

def count_frames(capture):
    return int(output_of([f"{WORK}/pcap_loop", capture]).split()[0])

class Capture:
    """One of the files that load.sh made, and how each program is told to read it."""
    def __init__(self, mix, suffix=""):
        self.path, self.keys = f"{WORK}/{mix}{suffix}.pcap", f"{WORK}/{mix}{suffix}.keys"
        self.mix, self.frames = MIXES[mix], count_frames(f"{WORK}/{mix}{suffix}.pcap")

    def ours(self, options, frames=None, keys=True):
        keys = ["--keylog", self.keys] if self.mix.tls and keys else []
        return [f"{B}/wiretale", "read"] + options + keys + (["-c", str(frames)] if frames else []) + [self.path]

    def tshark(self, options, frames=None):
        orders = ["-o", "tcp.reassemble_out_of_order:TRUE"] if self.mix.above else []
        keys = ["-o", f"tls.keylog_file:{self.keys}"] if self.mix.tls else []
        return ["tshark", "-n"] + orders + keys + options + (["-c", str(frames)] if frames else []) + ["-r", self.path]

def pairs(name, mine, theirs, frames, path):
    """Both in turn; the medians, and the median of the ratios."""
    warm(path)
    got = [(measure(mine), measure(theirs)) for _ in range(PAIRS)]
    elapsed = statistics.median(o.elapsed for o, _ in got)
    m = {"ratio": statistics.median(t.elapsed / max(o.elapsed, 1e-6) for o, t in got),
         "processor_ratio": statistics.median(t.seconds / max(o.seconds, 1e-6) for o, t in got),
         "ours_us": elapsed / frames * 1e6,
         "theirs_us": statistics.median(t.elapsed for _, t in got) / frames * 1e6,
         "ours_bytes": got[0][0].output_bytes / frames, "theirs_bytes": got[0][1].output_bytes / frames,
         "ours_mb_s": got[0][0].output_bytes / 1e6 / max(elapsed, 1e-6),
         "peak_mib": max(o.peak_kib for o, _ in got) / 1024, "theirs_peak_mib": max(t.peak_kib for _, t in got) / 1024}
    print(f"        {name:19} {m['ratio']:7.2f} ({m['processor_ratio']:.2f})   {m['ours_us']:8.3f} us a frame, "
          f"theirs {m['theirs_us']:8.3f}")
    sys.stdout.flush()
    return m

# ---- one mix

def modes(mix):
    fields = ["-T", "fields"] + [w for f in mix.fields for w in ("-e", f)]
    return [("q", ["-q"], [], None), ("text", [], [], HEAVY), ("V", ["-V"], ["-V"], HEAVY),
            ("json", ["-T", "json"], ["-T", "json"], HEAVY), ("pdml", ["-T", "pdml"], ["-T", "pdml"], HEAVY),
            ("fields", fields, fields, LIGHT), ("filter", ["-q", "-Y", mix.filter], ["-Y", mix.filter], LIGHT),
            ("filter text", ["-Y", mix.filter], ["-Y", mix.filter], LIGHT),
            ("filter many", ["-q", "-Y", mix.many], ["-Y", mix.many], LIGHT)]

def measure_mix(name):
    mix, whole, part = MIXES[name], Capture(name), Capture(name, "-part")
    print(f"  BENCH {name}: {whole.frames} frames, its first part {part.frames}")
    # Those that are fast read all of it: of a part, to start would be a good share of the time.
    tcpdump, libpcap = ["tcpdump", "-nn", "-r", whole.path], [f"{WORK}/pcap_loop", whole.path]
    rows = {"q/tcpdump": pairs("q/tcpdump", whole.ours(["-q"], keys=False), tcpdump, whole.frames, whole.path)}
    if mix.tls:
        rows["q, keys/tcpdump"] = pairs("q, keys/tcpdump", whole.ours(["-q"]), tcpdump, whole.frames, whole.path)
    rows["q/libpcap"] = pairs("q/libpcap", whole.ours(["-q"]), libpcap, whole.frames, whole.path)
    for mode, mine, theirs, most in modes(mix):
        frames = mix.bound or most
        rows[f"{mode}/tshark"] = pairs(f"{mode}/tshark", part.ours(mine, frames), part.tshark(theirs, frames),
                                       frames or part.frames, part.path)
    # Growth: the whole against its first eighth, both read to the end, with the same keys.
    part.keys = whole.keys
    turns = [(measure(part.ours(["-q"])), measure(whole.ours(["-q"]))) for _ in range(TURNS)]
    small, large = [s for s, _ in turns], [l for _, l in turns]
    pages = measure(part.ours(["-V"], 2 * HEAVY), "/dev/null")
    peaks = [c.peak_kib / 1024 for c in small + large + [pages]] + [r["peak_mib"] for r in rows.values()]
    seconds = statistics.median(c.seconds for c in large)
    return {"peak_mib": max(peaks), "growth": max(c.peak_kib for c in large) / max(c.peak_kib for c in small),
            "time_growth": min(c.seconds for c in large) / min(c.seconds for c in small), "seconds": seconds,
            "frames": whole.frames, "part_frames": part.frames, "rows": rows}

# ---- one question each

def measure_start():
    """A file of one frame: what starting costs.  Several runs, as one is not much longer than the clock's tick."""
    one = f"{WORK}/one.pcap"
    subprocess.run([f"{B}/wiretale", "read", "-c", "1", "-w", one, f"{WORK}/http-part.pcap"], check=True)
    start = [measure([f"{B}/wiretale", "read", "-q", one]) for _ in range(20)]
    keys = f"{WORK}/tls-handshakes.keys"
    load = [measure([f"{B}/wiretale", "read", "-q", "--keylog", keys, one]) for _ in range(PAIRS)]
    with open(keys, "rb") as f:
        lines = sum(1 for _ in f)
    return {"start_ms": statistics.mean(c.seconds for c in start) * 1000, "start_mib": max(c.peak_kib for c in start) / 1024,
            "key_lines": lines, "key_seconds": statistics.median(c.seconds for c in load)}

def measure_handshakes(result):
    made = sum(1 for line in open(f"{WORK}/tls-handshakes.keys", encoding="ascii") if line.startswith("CLIENT_TRAFFIC_SECRET_0"))
    return {"handshakes": made, "handshakes_per_second": made / result["seconds"]}

def followed(capture):
    """Bytes that the server of the one connection sent, as we opened them."""
    command = [f"{B}/wiretale", "follow", capture.path, "tls,0", "--keylog", f"{WORK}/tls-bulk.keys", "-T", "raw", "--side", "2"]
    return measure(command).output_bytes

def cipher_speed(cpu):
    """Bytes a second that OpenSSL opens, in pieces as large as a TLS record."""
    got = output_of(["taskset", "-c", cpu, "openssl", "speed", "-mr", "-seconds", "1", "-bytes", "16384", "-decrypt",
                     "-evp", "aes-128-gcm"])
    return float(got.split("AES-128-GCM:")[1])

def measure_bulk():
    part, cpu = Capture("tls-bulk", "-part"), str(max(os.sched_getaffinity(0)))
    opened = followed(part)
    shares = []
    for _ in range(PAIRS):
        ours = measure(["taskset", "-c", cpu] + part.ours(["-q"]))
        shares.append((opened / ours.seconds, cipher_speed(cpu)))
    shuffled = f"{WORK}/tls-bulk-shuffled.pcap"
    shuffle.shuffle(part.path, shuffled)
    late = followed(Capture("tls-bulk", "-shuffled"))
    os.unlink(shuffled)
    whole = Capture("tls-bulk")
    return {"opened": opened, "opened_out_of_order": late,
            "bytes_per_second": statistics.median(ours for ours, _ in shares),
            "share_of_cipher": statistics.median(ours / theirs for ours, theirs in shares),
            "peak_10_mib": measure(whole.ours(["-q"], 10 * 2**20 // 1000)).peak_kib / 1024,
            "peak_whole": measure(whole.ours(["-q"])).peak_kib / 1024, "whole_bytes": os.path.getsize(whole.path)}

# ---- results

def write_json(path, value):
    with open(path + ".new", "w", encoding="utf-8") as f:
        json.dump(value, f, indent=1)
    os.replace(path + ".new", path)

def summary(result):
    ratios = {name: round(row["ratio"], 2) for name, row in result["rows"].items() if name not in ("q/libpcap", "text/tshark", "filter many/tshark")}
    return {"ratios": ratios, "peak_mib": round(result["peak_mib"], 1), "growth": round(result["growth"], 3)}

def main():
    chosen = os.environ.get("BENCH_MIXES", "").split() or list(MIXES)
    for mix in chosen:
        if mix not in MIXES:
            sys.exit(f"bench: there is no mix {mix}; {', '.join(MIXES)} are")
    results = {mix: measure_mix(mix) for mix in chosen}
    write_json(f"{B}/bench.json", {"mixes": {mix: summary(r) for mix, r in results.items()}})
    if len(chosen) < len(MIXES):
        return
    single = {**measure_start(), **measure_handshakes(results["tls-handshakes"]), **measure_bulk()}
    write_json(f"{B}/bench-details.json", {"mixes": results, **single})
    page.write(results, single, {name: mix.what for name, mix in MIXES.items()}, PAIRS)

if __name__ == "__main__":
    try:
        main()
    finally:
        shutil.rmtree(os.path.dirname(OUTPUT), ignore_errors=True)
