"""page.py: docs/performance.md, made from what bench.py measured."""
import os
import platform
import re
import subprocess

PAGE = "docs/performance.md"

TEXT = """# Performance

`make bench` records its own traffic between two network namespaces, offloads off, reads it with wiretale and with
others in turn, and writes this page. {machine} Medians of {pairs} pairs.

*Times as fast* compares elapsed times: how long one waits. Output goes to a file in memory, and what is read is there, too. *In processor
time* compares user + system time: we use as many threads as there are cores (at most 4), of which each reads some of
the conversations, or writes pages, JSON and PDML where nearly all is a single conversation; which takes no less processor time, but fewer seconds.
`tshark`, `tcpdump` and `openssl speed` use one. `q` is a line a frame, with conversations, reassembly and everything inside
followed; it is compared to `tcpdump -nn` (which follows nothing and can use no keys: `q/tcpdump` is without them, `q, keys/tcpdump` with, on our side)
and `tshark -n`. `text` is our default page of each frame beside
tshark's line; `V`, `json`, `pdml` and `fields` are the same options of both. `filter` is `-Y` with a line for each frame that is chosen (ours: `-q -Y`),
`filter text` is `-Y` alone, which prints pages; both choose few frames or none, and we look for those first. `filter many` is as `filter`, but chooses about half of all. For the mixes above TCP, tshark reassembles
segments that came out of order (`tcp.reassemble_out_of_order`), which we always do; with keys, both have the same key log.
What is compared to tcpdump and libpcap reads all frames of a mix, so that starting counts for little. tshark gets the first eighth of them, as it takes long,
and less where a page is printed for each frame, and of the long downloads, because its time grows with the square of one body's length. The part of `tls-handshakes` has fewer conversations than are remembered
([flows](limits.md)), so the whole needs more memory.

## Speed

{speed}

## Memory and growth

The whole of a mix is eight times its first part; both are read seven times in turn, and the least time of each is compared. Memory is bounded by the limits of
[limits.md](limits.md): it grows with the number of open conversations up to those, not with the capture.

{growth}

A download of {whole_gib:.1f} GiB over one TLS connection took {peak_whole:.1f} MiB; its first 10 MiB took {peak_10_mib:.1f} MiB.

## Start, keys and ciphers

| What | Measured |
|---|--:|
| Start: a file of one frame | {start_ms:.1f} ms, {start_mib:.1f} MiB |
| The same with a key log of {key_lines:,} lines | {key_seconds:.2f} s |
| TLS 1.3 handshakes a second, of {handshakes:,} | {handshakes_per_second:,.0f} |
| Bulk data opened, the summary written | {mb_per_second:,.0f} MB/s |
| … beside `openssl speed` for that cipher (AES-128-GCM, 16 KiB) on the same core | {share_of_cipher:.2f} |
| Bytes opened of one download | {opened:,} |
| … with its segments out of order | {opened_out_of_order:,} |

## Repeat it

`make bench` takes a quarter of an hour and 8 GB below `build/bench`; `make bench-load` records anew.
`make bench BENCH_MIXES="http udp"` measures those only and leaves this page alone; `BENCH_PAIRS=7` measures more often.
The ratios are in `build/bench.json`, everything else in `build/bench-details.json`.
"""

def first_line(command, pattern):
    text = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout
    found = re.search(pattern, text)
    return found.group(1) if found else "?"

def machine():
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"Here: {os.cpu_count()} cores ({platform.machine()}), {gib:.0f} GiB of memory, Linux {platform.release().split('-')[0]}, "
            f"gcc {first_line(['gcc', '--version'], r' ([0-9.]+)')}; "
            f"tshark {first_line(['tshark', '--version'], r'TShark[^0-9]*([0-9.]*[0-9])')}, "
            f"tcpdump {first_line(['tcpdump', '--version'], r'tcpdump version ([0-9.]+)')} with "
            f"libpcap {first_line(['tcpdump', '--version'], r'libpcap version ([0-9.]+)')}.")

def times(ratio):
    return f"{ratio:.{1 if ratio >= 1 else 2}f}"

def speed(results, what):
    out = []
    for mix, m in results.items():
        out += [f"**{mix}**: {what[mix]}; {m['frames']:,} frames.", "",
                "| What | Times as fast | In processor time | Ours, µs a frame | Theirs | Ours, bytes a frame | Theirs | Ours, MB/s |",
                "|---|--:|--:|--:|--:|--:|--:|--:|"]
        for name, r in m["rows"].items():
            out.append(f"| {name} | {times(r['ratio'])} | {times(r['processor_ratio'])} | {r['ours_us']:.2f} | {r['theirs_us']:.2f} | "
                       f"{r['ours_bytes']:.0f} | {r['theirs_bytes']:.0f} | {r['ours_mb_s']:.0f} |")
        out.append("")
    return "\n".join(out).rstrip()

def growth(results):
    out = ["| Mix | Frames | Peak memory, MiB | Memory, whole : first part | Time, whole : first part |", "|---|--:|--:|--:|--:|"]
    for mix, m in results.items():
        out.append(f"| {mix} | {m['frames']:,} | {m['peak_mib']:.1f} | {m['growth']:.2f} | {m['time_growth']:.2f} |")
    return "\n".join(out)

def write(results, single, what, pairs):
    text = TEXT.format(machine=machine(), pairs=pairs, speed=speed(results, what), growth=growth(results),
                       whole_gib=single["whole_bytes"] / 2**30, mb_per_second=single["bytes_per_second"] / 1e6, **single)
    with open(PAGE + ".new", "w", encoding="utf-8") as f:
        f.write(text)
    os.replace(PAGE + ".new", PAGE)
    print(text)
