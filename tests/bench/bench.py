#!/usr/bin/env python3
"""bench.py: measure wiretale beside tcpdump, tshark and a bare libpcap loop; write docs/performance.md and
$B/bench.json.

Everything is measured in one run: ours and theirs in turn, BENCH_PAIRS times (3), the median of the ratios.
BENCH_MIXES names the mixes to measure (http connections udp download).  Time is user + system time of the
process, output goes to a file, TZ is UTC for all."""
import json
import os
import platform
import re
import statistics
import subprocess
import sys

B = os.environ.get("B", "build")
WORK = f"{B}/bench"
PAIRS = int(os.environ.get("BENCH_PAIRS", "3"))
MIXES = os.environ.get("BENCH_MIXES", "http connections udp download").split()
PAGE = "docs/performance.md"
OUTPUT = f"{WORK}/output"

WHAT = {
    "http": "many small HTTP requests, each connection kept for 505 of them (nginx)",
    "connections": "200,000 short connections, each for one small HTTP request (nginx)",
    "udp": "UDP messages of 12 bytes, 32 senders",
    "download": "one long HTTP download in frames of 1,514 bytes (nginx)",
}
TCP_FIELDS = ["frame.number", "ip.src", "ip.dst", "tcp.srcport", "tcp.len"]
UDP_FIELDS = ["frame.number", "ip.src", "ip.dst", "udp.srcport", "udp.length"]
FILTERS = {"http": "http.response.code == 404", "connections": "tcp.flags.reset == 1", "udp": "udp.length > 1000",
           "download": "tcp.analysis.retransmission"}
# tshark keeps the whole of a body it has not seen the end of, and needs time as the square of it.
BOUND = {"download": 10000}
HEAVY = 40000     # frames for what prints a page for each of them

class Cost:
    def __init__(self, seconds, peak_kib, output_bytes):
        self.seconds, self.peak_kib, self.output_bytes = seconds, peak_kib, output_bytes

def measure(command, output=OUTPUT):
    line = subprocess.run([f"{WORK}/measure", output] + command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, env=dict(os.environ, TZ="UTC"))
    words = line.stdout.split()
    if line.returncode or len(words) != 5 or words[3] != "0":
        sys.exit(f"bench: {' '.join(command)} failed: {line.stdout}{line.stderr}")
    return Cost(float(words[0]) + float(words[1]), int(words[2]), int(words[4]))

def ours(options, capture, frames):
    return [f"{B}/wiretale", "read"] + options + (["-c", str(frames)] if frames else []) + [capture]

def tshark(options, capture, frames):
    return ["tshark", "-n"] + options + (["-c", str(frames)] if frames else []) + ["-r", capture]

def pairs(name, mine, theirs, frames, count=None):
    """Both in turn; the medians, and the median of the ratios."""
    got = [(measure(mine), measure(theirs)) for _ in range(count or PAIRS)]
    m = {"ratio": statistics.median(t.seconds / max(o.seconds, 1e-6) for o, t in got),
         "ours_us": statistics.median(o.seconds for o, _ in got) / frames * 1e6,
         "theirs_us": statistics.median(t.seconds for _, t in got) / frames * 1e6,
         "ours_bytes": got[0][0].output_bytes / frames, "theirs_bytes": got[0][1].output_bytes / frames,
         "ours_mb_s": got[0][0].output_bytes / 1e6 / max(statistics.median(o.seconds for o, _ in got), 1e-6),
         "peak_mib": max(o.peak_kib for o, _ in got) / 1024, "theirs_peak_mib": max(t.peak_kib for _, t in got) / 1024}
    print(f"        {name:17} {m['ratio']:7.2f}   {m['ours_us']:8.3f} us a frame, theirs {m['theirs_us']:8.3f}")
    sys.stdout.flush()
    return m

def count_frames(capture):
    return int(subprocess.run([f"{WORK}/pcap_loop", capture], stdout=subprocess.PIPE, text=True, check=True)
               .stdout.split()[0])

def modes(mix):
    fields = [w for f in (UDP_FIELDS if mix == "udp" else TCP_FIELDS) for w in ("-e", f)]
    return [("q", ["-q"], [], False), ("text", [], [], True), ("V", ["-V"], ["-V"], True),
            ("json", ["-T", "json"], ["-T", "json"], True), ("pdml", ["-T", "pdml"], ["-T", "pdml"], True),
            ("fields", ["-T", "fields"] + fields, ["-T", "fields"] + fields, False),
            ("filter", ["-Y", FILTERS[mix]], ["-Y", FILTERS[mix]], False)]

def measure_mix(mix):
    whole, part = f"{WORK}/{mix}.pcap", f"{WORK}/{mix}-part.pcap"
    n_whole, n_part = count_frames(whole), count_frames(part)
    print(f"  BENCH {mix}: {n_whole} frames, its first part {n_part}")
    rows = {"q/tcpdump": pairs("q/tcpdump", ours(["-q"], whole, 0), ["tcpdump", "-nn", "-r", whole], n_whole),
            "q/libpcap": pairs("q/libpcap", ours(["-q"], whole, 0), [f"{WORK}/pcap_loop", whole], n_whole)}
    for name, mine, theirs, heavy in modes(mix):
        frames = min(n_part, BOUND.get(mix, HEAVY if heavy else n_part))
        rows[f"{name}/tshark"] = pairs(f"{name}/tshark", ours(mine, part, frames), tshark(theirs, part, frames), frames)
    # Growth: the whole against its first eighth, both read to the end.
    small = [measure(ours(["-q"], part, 0)) for _ in range(PAIRS)]
    large = [measure(ours(["-q"], whole, 0)) for _ in range(PAIRS)]
    pages = measure(ours(["-V"], part, 0), "/dev/null")
    peak = max([c.peak_kib for c in small + large] + [pages.peak_kib]) / 1024
    return {"ratios": {name: round(row["ratio"], 2) for name, row in rows.items()},
            "peak_mib": round(max([peak] + [r["peak_mib"] for r in rows.values()]), 1),
            "growth": round(max(c.peak_kib for c in large) / max(c.peak_kib for c in small), 3),
            "time_growth": round(statistics.median(c.seconds for c in large) /
                                 statistics.median(c.seconds for c in small), 2),
            "frames": n_whole, "part_frames": n_part, "rows": rows}

def measure_start():
    """A file of one frame: what starting costs.  Several runs at once, as one is shorter than the clock's tick."""
    one = f"{WORK}/one.pcap"
    if not os.path.exists(one):
        subprocess.run([f"{B}/wiretale", "read", "-c", "1", "-w", one, f"{WORK}/{MIXES[0]}-part.pcap"], check=True)
    runs = [measure(ours(["-q"], one, 0)) for _ in range(20)]
    return {"start_ms": round(statistics.mean(c.seconds for c in runs) * 1000, 2),
            "start_mib": round(max(c.peak_kib for c in runs) / 1024, 1)}

# ---- the page

def first_line(command, pattern):
    text = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout
    found = re.search(pattern, text)
    return found.group(1) if found else "?"

def machine():
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"{os.cpu_count()} cores ({platform.machine()}), {gib:.0f} GiB of memory, Linux {platform.release().split('-')[0]}, "
            f"gcc {first_line(['gcc', '--version'], r' ([0-9.]+)')}; "
            f"tshark {first_line(['tshark', '--version'], r'TShark[^0-9]*([0-9.]+)')[:-1]}, "
            f"tcpdump {first_line(['tcpdump', '--version'], r'tcpdump version ([0-9.]+)')} with "
            f"libpcap {first_line(['tcpdump', '--version'], r'libpcap version ([0-9.]+)')}.")

def table(results, start):
    out = [machine(), f"Medians of {PAIRS} pairs.", "",
           "| Mix | What | Times as fast | Ours, µs a frame | Theirs | Ours, bytes a frame | Theirs | Ours, MB/s |",
           "|---|---|--:|--:|--:|--:|--:|--:|"]
    for mix, m in results.items():
        for name, r in m["rows"].items():
            out.append(f"| {mix} | {name} | {r['ratio']:.1f} | {r['ours_us']:.2f} | {r['theirs_us']:.2f} | "
                       f"{r['ours_bytes']:.0f} | {r['theirs_bytes']:.0f} | {r['ours_mb_s']:.0f} |")
    out += ["", "| Mix | Frames | Peak memory, MiB | Memory, whole : first part | Time, whole : first part | Frames, whole : first part |",
            "|---|--:|--:|--:|--:|--:|"]
    for mix, m in results.items():
        out.append(f"| {mix}: {WHAT[mix]} | {m['frames']:,} | {m['peak_mib']:.1f} | {m['growth']:.2f} | {m['time_growth']:.2f} | "
                   f"{m['frames'] / m['part_frames']:.2f} |")
    out += ["", f"A file of one frame takes {start['start_ms']:.1f} ms and {start['start_mib']:.1f} MiB."]
    return "\n".join(out)

def write_page(text):
    with open(PAGE, encoding="utf-8") as f:
        page = f.read()
    begin, end = "<!-- measured -->\n", "\n<!-- end -->"
    head, rest = page.split(begin)
    with open(PAGE, "w", encoding="utf-8") as f:
        f.write(head + begin + text + end + rest.split(end)[1])

def main():
    for mix in MIXES:
        if mix not in WHAT:
            sys.exit(f"bench: there is no mix {mix}; {', '.join(WHAT)} are")
    results = {mix: measure_mix(mix) for mix in MIXES}
    start = measure_start()
    for m in results.values():
        del_rows = {k: {a: round(b, 3) for a, b in r.items()} for k, r in m["rows"].items()}
        m["rows"] = del_rows
    with open(f"{B}/bench.json", "w", encoding="utf-8") as f:
        json.dump({"mixes": results, **start}, f, indent=1)
    print(table(results, start))
    if set(MIXES) == set(WHAT):
        write_page(table(results, start))
    if os.path.exists(OUTPUT):
        os.unlink(OUTPUT)

main()
