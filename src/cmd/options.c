/* options.c - the options of the commands that read frames; spelt as tcpdump and tshark spell them. */
#include "cmd/options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/cmd.h"
#include "cmd/resolve.h"
#include "cmd/sheet.h"

enum { O_KEYLOG = 256, O_EXPLAIN, O_COLOR, O_WIDTH, O_ASCII, O_PICTURE, O_JSON, O_SECRETS, O_RSA_KEY, O_STREAM, O_FROM,
       O_TO, O_HELP };

static const struct option common[] = {
    {"keylog", required_argument, NULL, O_KEYLOG}, {"rsa-key", required_argument, NULL, O_RSA_KEY},
    {"explain", required_argument, NULL, O_EXPLAIN},
    {"color", required_argument, NULL, O_COLOR},   {"width", required_argument, NULL, O_WIDTH},
    {"ascii", no_argument, NULL, O_ASCII},         {"picture", no_argument, NULL, O_PICTURE},
    {"json", no_argument, NULL, O_JSON},           {"help", no_argument, NULL, O_HELP},
    {"show-secrets", no_argument, NULL, O_SECRETS}, {"stream", required_argument, NULL, O_STREAM},
    {"from", required_argument, NULL, O_FROM},     {"to", required_argument, NULL, O_TO},
};
enum { COMMON = sizeof common / sizeof *common };

static int add_field(read_options *o, const char *name) {
    if (o->print.field_count == MAX_FIELDS)
        return say_problem(STATUS_USAGE, NULL, "more than %d fields (-e)", MAX_FIELDS);
    wt_fid f = wt_field_find(name);
    if (f == WT_FID_NONE) {
        char hint[256];
        suggest(name, hint, sizeof hint);
        return say_problem(STATUS_USAGE, hint, "there is no field %s", name);
    }
    o->names[o->print.field_count] = name;
    o->fields[o->print.field_count++] = f;
    return 0;
}

static int set_output(read_options *o, const char *arg) {
    const char *v = strchr(arg, '=');
    size_t n = v ? (size_t)(v - arg) : strlen(arg);
    char c = v ? v[1] : 0;
    if (v && strcmp(v + 1, "/t") == 0)
        c = '\t';
    else if (v && strcmp(v + 1, "/s") == 0)
        c = ' ';
    if (n == 9 && memcmp(arg, "separator", n) == 0 && c)
        o->print.separator = c;
    else if (n == 10 && memcmp(arg, "aggregator", n) == 0 && c)
        o->print.aggregator = c;
    else if (n == 5 && memcmp(arg, "quote", n) == 0 && (c == 'd' || c == 's' || c == 'n'))
        o->print.quote = c == 'd' ? '"' : c == 's' ? '\'' : 0;
    else if (n == 6 && memcmp(arg, "header", n) == 0 && (c == 'y' || c == 'n'))
        o->print.header = c == 'y';
    else if (n == 10 && memcmp(arg, "occurrence", n) == 0 && (c == 'f' || c == 'l' || c == 'a'))
        o->print.occurrence = c == 'f' ? WT_FIRST : c == 'l' ? WT_LAST : WT_ALL;
    else
        return say_problem(STATUS_USAGE, "separator=C, aggregator=C, quote=d|s|n, header=y|n, occurrence=f|l|a",
                           "-E does not know %s", arg);
    return 0;
}

static int set_clock(read_options *o, const char *arg) {
    static const struct {
        const char *name;
        enum wt_clock clock;
    } clocks[] = {{"r", WT_CLOCK_RELATIVE}, {"a", WT_CLOCK_TIME}, {"ad", WT_CLOCK_DATE}, {"d", WT_CLOCK_DELTA},
                  {"dd", WT_CLOCK_DELTA_SHOWN}, {"e", WT_CLOCK_EPOCH}, {"u", WT_CLOCK_TIME}, {"ud", WT_CLOCK_DATE},
                  {"adoy", WT_CLOCK_DAY_OF_YEAR}, {"udoy", WT_CLOCK_DAY_OF_YEAR}};
    for (size_t i = 0; i < sizeof clocks / sizeof *clocks; i++)
        if (strcmp(clocks[i].name, arg) == 0) {
            o->print.clock = clocks[i].clock;
            return 0;
        }
    return say_problem(STATUS_USAGE,
                       "r, d, dd (since the first, the one before, the one shown before), e (epoch), "
                       "u, ud, udoy (UTC), a, ad, adoy",
                       "-t does not know %s", arg);
}

static int set_explain(read_options *o, const char *arg) {
    if (strcmp(arg, "none") == 0)
        o->print.explain = WT_EXPLAIN_NONE;
    else if (strcmp(arg, "brief") == 0)
        o->print.explain = WT_EXPLAIN_BRIEF;
    else if (strcmp(arg, "full") == 0)
        o->print.explain = WT_EXPLAIN_FULL;
    else
        return say_problem(STATUS_USAGE, "none, brief or full", "--explain does not know %s", arg);
    return 0;
}

static int set_color(read_options *o, const char *arg) {
    if (strcmp(arg, "always") == 0)
        o->print.color = true;
    else if (strcmp(arg, "never") == 0)
        o->print.color = false;
    else if (strcmp(arg, "auto") != 0)
        return say_problem(STATUS_USAGE, "auto, always or never", "--color does not know %s", arg);
    return 0;
}

int parse_number(const char *option, const char *arg, uint64_t lowest, uint64_t highest, uint64_t *v) {
    char *end;
    errno = 0;
    *v = strtoull(arg, &end, 10);
    bool bad = errno || *end || end == arg || *arg == '-' || *v < lowest || *v > highest;
    char example[64];
    snprintf(example, sizeof example, "for example %s %llu", option,
             (unsigned long long)(lowest > 10 ? lowest * 2 : 10));
    if (bad && highest == UINT64_MAX)
        return say_problem(STATUS_USAGE, example, "%s wants a number from %llu on, not %s", option,
                           (unsigned long long)lowest, arg);
    if (bad)
        return say_problem(STATUS_USAGE, example, "%s wants a number from %llu to %llu, not %s", option,
                           (unsigned long long)lowest, (unsigned long long)highest, arg);
    return 0;
}

static int unknown_table(const char *name) {
    char hint[160] = "";
    const char *table;
    for (uint32_t n = 0; (table = wt_decode_table(n)); n++) {
        size_t used = strlen(hint);
        snprintf(hint + used, sizeof hint - used, "%s%s", n ? ", " : "", table);
    }
    return say_problem(STATUS_USAGE, hint, "-d: there is no table %s", name);
}

/* tcp.port==8080,http */
static int add_decode(read_options *o, const char *arg) {
    static const char example[] = "for example -d tcp.port==8080,http";
    const char *equals = strstr(arg, "=="), *table;
    char *comma;
    if (!equals || (size_t)(equals - arg) >= sizeof o->tables[0])
        return say_problem(STATUS_USAGE, example, "-d can't read %s", arg);
    if (o->decode_count == MAX_DECODE)
        return say_problem(STATUS_USAGE, NULL, "more than %d times -d", MAX_DECODE);
    char *name = o->tables[o->decode_count];
    memcpy(name, arg, (size_t)(equals - arg));
    name[equals - arg] = 0;
    wt_decode_as *d = &o->decode[o->decode_count];
    *d = (wt_decode_as){.table = name};
    for (uint32_t n = 0; (table = wt_decode_table(n)) && strcmp(table, name) != 0;)
        n++;
    if (!table)
        return unknown_table(name);
    d->value = strtoull(equals + 2, &comma, 0);
    if (comma == equals + 2 || *comma != ',' || d->value > 65535)
        return say_problem(STATUS_USAGE, example, "-d wants a number up to 65535, a comma and a protocol in %s", arg);
    d->proto = wt_protocol_find(comma + 1);
    if (d->proto < 0)
        return say_problem(STATUS_USAGE, "`wiretale fields` lists the protocols.", "-d: there is no protocol %s",
                           comma + 1);
    o->decode_count++;
    return 0;
}

static int set_file_format(read_options *o, const char *arg) {
    if (strcmp(arg, "pcap") != 0 && strcmp(arg, "nsecpcap") != 0 && strcmp(arg, "pcapng") != 0)
        return say_problem(STATUS_USAGE, "pcapng, pcap (microseconds) or nsecpcap (nanoseconds)", "-F does not know %s",
                           arg);
    o->write_format = arg;
    return 0;
}

static int one(read_options *o, int c) {
    uint64_t v;
    int bad;
    switch (c) {
    case 'r': o->file = optarg; return 0;
    case 'T': o->format = optarg; return 0;
    case 'w': o->write = optarg; return 0;
    case 'F': return set_file_format(o, optarg);
    case 'o': o->folder = optarg; return 0;
    case 'Y': o->filter = optarg; return 0;
    case 'c': return parse_number("-c", optarg, 1, UINT64_MAX, &o->count);
    case 'e': return add_field(o, optarg);
    case 'E': return set_output(o, optarg);
    case 't': return set_clock(o, optarg);
    case 'd': return add_decode(o, optarg);
    case 'i': o->interface = optarg; return 0;
    case 'f': o->capture_filter = optarg; return 0;
    case 'D': o->list = true; return 0;
    case 's':
        bad = parse_number("-s", optarg, 0, 262144, &v);
        o->snaplen = (uint32_t)v;
        return bad;
    case 'C': return ring_size(&o->turns, optarg);
    case 'G': return parse_number("-G", optarg, 1, 100000000, &o->turns.seconds);
    case 'W': return parse_number("-W", optarg, 1, 1000000, &o->turns.files);
    case 'V': o->print.detail = WT_DETAIL_EVERYTHING; return 0;
    case 'q': o->print.detail = WT_DETAIL_LINE; return 0;
    case 'x': o->print.hex = true; return 0;
    case 'N': return resolve_parse(optarg, &o->name_kinds);
    case 'n': o->name_kinds = 0; return 0;      /* as without -N */
    case 'h': case O_HELP: o->help = true; return 0;
    case O_KEYLOG: o->keylog = optarg; return 0;
    case O_RSA_KEY: o->rsa_key = optarg; return 0;
    case O_EXPLAIN: return set_explain(o, optarg);
    case O_COLOR: return set_color(o, optarg);
    case O_PICTURE: o->print.picture = true; return 0;
    case O_JSON: o->json = true; o->format = "json"; return 0;
    case O_ASCII: o->print.ascii = true; return 0;
    case O_STREAM: return select_stream(&o->select, optarg);
    case O_FROM: return select_moment(&o->select.from, "--from", optarg);
    case O_TO: return select_moment(&o->select.to, "--to", optarg);
    case O_SECRETS: o->print.secrets = true; return 0;
    case O_WIDTH:
        bad = parse_number("--width", optarg, 40, 1000, &v);
        o->print.width = (int)v;
        o->print.cut = true;
        return bad;
    default: return STATUS_USAGE;
    }
}

static int check(read_options *o) {
    size_t n = 0;
    const char *format;
    while ((format = wt_printer_format(n)) && strcmp(format, o->format) != 0)
        n++;
    if (!format)
        return say_problem(STATUS_USAGE, "text, json, ndjson, pdml, fields or hex", "there is no output format %s",
                           o->format);
    if (strcmp(o->format, "fields") == 0 && !o->print.field_count)
        return say_problem(STATUS_USAGE, "for example -e ip.src -e tcp.dstport", "-T fields needs fields (-e)");
    bool text = strcmp(o->format, "text") == 0;
    if (o->print.picture && (!text || o->print.detail == WT_DETAIL_LINE))
        return say_problem(STATUS_USAGE, "leave out -q and -T", "--picture draws in the text output only");
    if (!text && o->print.detail == WT_DETAIL_LINE)
        return say_problem(STATUS_USAGE, "leave out one of them", "-q is the text output in short, -T %s is not",
                           o->format);
    if (!text && o->write)
        return say_problem(STATUS_USAGE, "to keep printed output: > FILE",
                           "-w writes frames to a capture file, -T %s prints them", o->format);
    if (o->write_format && !o->write)
        return say_problem(STATUS_USAGE, "add -w FILE", "-F says how -w writes");
    if (strcmp(o->format, "fields") != 0 && strcmp(o->format, "ndjson") != 0 && o->print.field_count)
        return say_problem(STATUS_USAGE, "add -T fields or -T ndjson",
                           "-e chooses the columns of -T fields and -T ndjson");
    return 0;
}

/* The long options that all commands have, and this one's own behind them. */
static void all_longs(const command_syntax *syntax, struct option *out) {
    memcpy(out, common, sizeof common);
    unsigned n = COMMON;
    for (const struct option *own = syntax->longs; own && own->name && n < MAX_LONGS - 1; own++)
        out[n++] = *own;
    out[n] = (struct option){NULL, 0, NULL, 0};
}

static int wrong(const read_options *o, const char *what, const char *word) {
    char hint[80];
    snprintf(hint, sizeof hint, "`wiretale %s --help` shows how it is used.", o->command);
    return say_problem(STATUS_USAGE, hint, "%s%s", what, word);
}

static int take_operands(read_options *o, const command_syntax *syntax, int argc, char **argv) {
    int at = optind;
    if (at < argc && !o->file && !syntax->live)
        o->file = argv[at++];
    while (at < argc && o->operands < syntax->operands)
        o->operand[o->operands++] = argv[at++];
    if (at < argc)
        return say_problem(STATUS_USAGE, syntax->too_many, "one argument too many: %s", argv[at]);
    return 0;
}

int parse_options(read_options *o, const command_syntax *syntax, void *user, int argc, char **argv) {
    struct option longs[MAX_LONGS];
    all_longs(syntax, longs);
    *o = (read_options){.command = syntax->command, .live = syntax->live, .format = "text",
                        .print = {.explain = WT_EXPLAIN_BRIEF}};
    o->print.width = output_width();
    o->print.cut = isatty(1);
    o->print.color = output_color();
    opterr = 0;
    optind = 1;
    int c;
    while ((c = getopt_long(argc, argv, syntax->letters, longs, NULL)) != -1) {
        if (c == ':')
            return wrong(o, "a value is missing after ", argv[optind - 1]);
        if (c == '?')
            return wrong(o, "there is no option ", argv[optind - 1]);
        int bad = c >= OWN_OPTION ? syntax->own(user, c, optarg) : one(o, c);
        if (bad)
            return bad;
    }
    int bad = take_operands(o, syntax, argc, argv);
    bad = bad ? bad : select_check(&o->select);
    o->print.fields = o->fields;
    o->print.field_names = o->names;
    return bad || o->help || syntax->own_formats ? bad : check(o);
}
