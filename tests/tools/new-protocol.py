#!/usr/bin/env python3
"""new-protocol.py NAME [ON]: write the skeleton of a protocol, with its unit test and its golden page.

    make new-protocol NAME=greet ON=udp.port:7007
    make new-protocol NAME=wol   ON=ethertype:0x0842
    make new-protocol NAME=thing ON=ip.proto:253

ON says what it rides on (usual: udp.port:7007). No file is written over. docs/add-a-protocol.md goes on from there."""
import os, re, sys

ETHER = "02 00 00 00 00 02 02 00 00 00 00 01 "
LINES = "eth 02:00:00:00:00:01 > 02:00:00:00:00:02"
HOSTS = "ipv4 10.0.0.1 > 10.0.0.2"
# table: its name in C, the largest number, the page's lines for frames, and the unit test's headers before 10 bytes
CARRIERS = {
    "udp.port": ("UDP_PORT", 65535, LINES + "\n" + HOSTS + "\nudp 40000 > {n}",
                 ETHER + "08 00\n45 00 00 26 00 01 00 00 40 11 00 00 0a 00 00 01 0a 00 00 02\n9c 40 {hex4} 00 12 00 00"),
    "ethertype": ("ETHERTYPE", 65535, LINES + " type {n}", ETHER + "{hex4}"),
    "ip.proto": ("IP_PROTO", 255, LINES + "\n" + HOSTS + " proto {n}",
                 ETHER + "08 00\n45 00 00 1e 00 01 00 00 40 {hex2} 00 00 0a 00 00 01 0a 00 00 02"),
}

SOURCE = '''/* {name}.c - {NAME}: to be written: what it is for, in one line. */
#include "core/proto.h"

static const wt_value type_rows[] = {{
    WT_V(1, "Request", "To be written: what this message wants."),
    WT_V(2, "Reply", "To be written: what this message brings."),
}};
WT_VALUES(type);

#define FIELDS(F) \\
    F(VERSION, "{name}.version", U8, 0xf0, DEC, NULL, "Version", "To be written: what the field is for.", \\
      "To be written", WT_OURS) \\
    F(TYPE, "{name}.type", U8, 0x0f, DEC, &type, "Type", "To be written: what the field is for.", \\
      "To be written", WT_STORY | WT_OURS) \\
    F(LENGTH, "{name}.length", U16, 0, DEC, NULL, "Length", "To be written: what the field is for.", \\
      "To be written", WT_OURS) \\
    F(TEXT, "{name}.text", STRING, 0, NONE, NULL, "Text", "To be written: what the field is for.", \\
      "To be written", WT_STORY | WT_OURS)
WT_FIELDS({NAME}, FIELDS)

static void dissect(wt_cur *c) {{
    wt_peek(c, F_VERSION);                         /* two fields share a byte: the first is only looked at */
    uint64_t kind = wt_take(c, F_TYPE), length = wt_take(c, F_LENGTH);
    const uint8_t *p = wt_take_bytes(c, F_TEXT, (uint32_t)length);
    wt_text *t = p ? wt_tell(c) : NULL;            /* NULL too when nobody wants a headline */
    if (t) {{
        wt_put_s(t, kind == 1 ? "asks: " : kind == 2 ? "answers: " : "says: ");
        wt_put_wire(t, p, (uint32_t)length);       /* bytes from the wire: only by this */
    }}
}}

static const wt_binding bindings[] = {{{{WT_T_{table}, {number}, NULL}}}};

const wt_protocol wt_proto_{name} = {{
    .info = {{.name = "{name}", .title = "{NAME}", .tag = "{NAME}",
             .why = "To be written: what the protocol is for.", .ref = "To be written",
             .fields = fields, .field_count = WT_FIELD_COUNT}},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
}};
'''

TEST = '''/* test_{name}.c - {NAME}: whole messages, and messages cut anywhere. */
#include "frames.h"

/* The headers below it; version 1, a request of 6 bytes. */
static const char message[] = "{headers}"
                              "11 00 06 68 65 6c 6c 6f 21";

static void a_whole_message(void **state) {{
    uint8_t frame[128];
    uint32_t n = hex_bytes(message, frame, sizeof frame);
    const wt_tape *t = feed_bytes(*state, 1, frame, n);
    assert_int_equal(number_of(t, "{name}.version"), 1);
    assert_int_equal(number_of(t, "{name}.type"), 1);
    const wt_item *text = item_named(t, "{name}.text", 0);
    assert_non_null(text);
    assert_int_equal(text->vlen, 6);
    assert_memory_equal(text->v.p, "hello!", 6);
}}

static void a_message_cut_at_every_byte(void **state) {{
    uint8_t frame[128];
    uint32_t n = hex_bytes(message, frame, sizeof frame);
    for (uint32_t cut = 0; cut < n; cut++) {{
        uint8_t *exact = malloc(cut + 1);          /* so that a sanitizer sees a read past the end */
        memcpy(exact, frame, cut);
        wt_frame f = {{.data = exact, .caplen = cut, .len = n, .linktype = 1, .number = 1}};
        const wt_tape *t = wt_session_feed(*state, &f);
        for (uint32_t i = 0; i < t->item_count; i++)
            assert_true(t->items[i].offset + t->items[i].length <= cut || t->items[i].vlen <= cut);
        free(exact);
    }}
}}

static int begin(void **state) {{
    *state = wt_session_new(&(wt_options){{.everything = true}});
    return *state ? 0 : -1;
}}

static int end(void **state) {{
    wt_session_free(*state);
    return 0;
}}

int main(void) {{
    const struct CMUnitTest tests[] = {{
        cmocka_unit_test_setup_teardown(a_whole_message, begin, end),
        cmocka_unit_test_setup_teardown(a_message_cut_at_every_byte, begin, end),
    }};
    return cmocka_run_group_tests(tests, NULL, NULL);
}}
'''

PAGE = '''# {NAME}: to be written: what it is for

To be written: what a newcomer should know before looking at the frames.

```frames {name}.pcap
{lines}
11 00 06 "hello!"                                       # version 1: asks
-----
{lines}
12 00 02 "hi"                                           # answers
-----
{lines}
11 00 09 "hello!"                                       # says that it is longer than it is
```

```console
$ wiretale read -q {name}.pcap
$ wiretale read -V --explain none {name}.pcap | sed -n "/^ {NAME}/,/^$/p"
```
'''


def stop(what):
    sys.exit("new-protocol: " + what)


def write(path, text):
    try:
        with open(path, "x", encoding="utf-8") as f:
            f.write(text)
    except FileExistsError:
        stop(f"{path} is there already")
    print("  wrote", path)


name, on = (sys.argv + ["", ""])[1], (sys.argv + ["", "", ""])[2] or "udp.port:7007"
if not name:
    stop("which name? make new-protocol NAME=greet ON=udp.port:7007")
if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
    stop(f"{name}: a name has small letters, digits and _, as in C")
table, _, number = on.partition(":")
if table == "tcp.port":
    stop("a protocol on a stream of bytes has no skeleton: read src/proto/sse.c and docs/add-a-protocol.md")
if table not in CARRIERS:
    stop(f"ON={on}: give {', '.join(CARRIERS)} and a number, as in ON=udp.port:7007")
in_c, most, lines, headers = CARRIERS[table]
try:
    n = int(number, 0)
except ValueError:
    stop(f"ON={on}: {number!r} is not a number")
if not 0 < n <= most:
    stop(f"ON={on}: a number from 1 to {most}")
listed = "src/core/protocols.def"
with open(listed, encoding="utf-8") as f:
    if re.search(rf"^P\(\w+, {name}\)", f.read(), re.M):
        stop(f"{name} is a protocol already ({listed})")
files = {f"src/proto/{name}.c": SOURCE, f"tests/unit/test_{name}.c": TEST, f"tests/golden/{name}.md": PAGE}
for path in files:
    if os.path.exists(path):
        stop(f"{path} is there already")
shown = f"0x{n:04x}" if table == "ethertype" else str(n)
hex4 = f"{n >> 8:02x} {n & 255:02x}"
headers = headers.format(hex4=hex4, hex2=f"{n & 255:02x}").replace("\n", ' "\n' + " " * 30 + '"') + " "
for path, text in files.items():
    write(path, text.format(name=name, NAME=name.upper(), table=in_c, number=shown, lines=lines.format(n=shown),
                            headers=headers))
with open(listed, "a", encoding="utf-8") as f:
    f.write(f"P({name.upper()}, {name})\n")
print(f"  added {name} to {listed}")
print(f"""Now: write what the wire says into src/proto/{name}.c and its frames into tests/golden/{name}.md, then
    make && UPDATE=1 tests/suites/golden && make reference && make test
and read the page. docs/add-a-protocol.md tells more; tests/suites/lint finds what is still to be written.""")
