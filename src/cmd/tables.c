/* tables.c - rows of the field tables, told to people. */
#include "cmd/tables.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const char *kind_of(const wt_field *f) {
    static const char *const names[] = {
        [WT_NONE] = "heading", [WT_U8] = "number, 1 byte", [WT_U16] = "number, 2 bytes", [WT_U24] = "number, 3 bytes",
        [WT_U32] = "number, 4 bytes", [WT_U40] = "number, 5 bytes", [WT_U48] = "number, 6 bytes",
        [WT_U56] = "number, 7 bytes", [WT_U64] = "number, 8 bytes", [WT_I8] = "signed number, 1 byte",
        [WT_I16] = "signed number, 2 bytes", [WT_I32] = "signed number, 4 bytes", [WT_I64] = "signed number, 8 bytes",
        [WT_IPV4] = "IPv4 address", [WT_IPV6] = "IPv6 address", [WT_ETHER] = "MAC address", [WT_EUI64] = "EUI-64",
        [WT_GUID] = "GUID", [WT_BYTES] = "bytes", [WT_STRING] = "text", [WT_ABSTIME] = "time",
        [WT_RELTIME] = "duration", [WT_DOUBLE] = "decimal number", [WT_FRAME] = "frame number",
        [WT_OID] = "object identifier"};
    if (f->flags & WT_ALIAS)
        return "any of several fields";
    if (f->base == WT_FLAG)
        return "yes or no";
    return f->type < sizeof names / sizeof *names && names[f->type] ? names[f->type] : "value";
}

static bool in_hex(const wt_field *f) { return f->base == WT_HEX || f->base == WT_HEX_DEC; }

void put_value_number(char *to, size_t room, const wt_field *f, const wt_value *v) {
    int digits = (int)(2 * wt_type_size(f->type));
    if (in_hex(f) && v->lo == v->hi)
        snprintf(to, room, "0x%0*" PRIx64, digits, v->lo);
    else if (in_hex(f))
        snprintf(to, room, "0x%0*" PRIx64 "–0x%0*" PRIx64, digits, v->lo, digits, v->hi);
    else if (v->lo == v->hi)
        snprintf(to, room, "%" PRIu64, v->lo);
    else
        snprintf(to, room, "%" PRIu64 "–%" PRIu64, v->lo, v->hi);
}

/* ---- lists joined by words -------------------------------------------------------------- */

static void append(char *to, size_t room, const char *text) {
    size_t used = strlen(to);
    snprintf(to + used, room - used, "%s", text);
}

bool alias_members(char *to, size_t room, const wt_protocol_info *p, const wt_field *f) {
    to[0] = 0;
    for (uint32_t a = 0; a < p->alias_count; a++) {
        if (wt_field_get(p->aliases[a].field) != f)
            continue;
        for (unsigned m = 0; m < 4 && p->aliases[a].members[m] != WT_FID_NONE; m++) {
            const wt_field *member = wt_field_get(p->aliases[a].members[m]);
            if (m)
                append(to, room, " or ");
            append(to, room, member ? member->name : "?");
        }
    }
    return to[0] != 0;
}

void places_of(char *to, size_t room, uint32_t proto) {
    static const struct {
        const char *table, *words;
        bool hex;
    } known[] = {{"wtap_encap", "link type", false}, {"ethertype", "EtherType", true},
                 {"ip.proto", "IP protocol", false}, {"udp.port", "UDP port", false},
                 {"tcp.port", "TCP port", false},    {"llc.dsap", "LLC SAP", true},
                 {"ppp.protocol", "PPP", true},      {"tls.alpn", "ALPN", false},
                 {"http.upgrade", "HTTP upgrade to", false}, {"media_type", "media type", false}};
    wt_place place;
    const char *before = "";
    to[0] = 0;
    for (uint32_t n = 0; wt_protocol_place(proto, n, &place); n++) {
        char one[80];
        const char *words = place.table;
        bool hex = false;
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            if (strcmp(known[k].table, place.table) == 0) {
                words = known[k].words;
                hex = known[k].hex;
            }
        if (n)
            append(to, room, ", ");
        if (strcmp(before, place.table) != 0) {
            append(to, room, words);
            append(to, room, " ");
        }
        before = place.table;
        if (place.text)
            snprintf(one, sizeof one, "%s", place.text);
        else
            snprintf(one, sizeof one, hex ? "0x%04" PRIx32 : "%" PRIu32, place.number);
        append(to, room, one);
    }
}

/* ---- pages ------------------------------------------------------------------------------ */

static void title(const sheet *s, const char *name, const char *label, const char *why) {
    sheet_style(s, "1");
    printf("%s", name);
    sheet_style(s, "0");
    printf("  %s\n  ", label);
    sheet_words(s, why, 2, 2);
}

void explain_value(const sheet *s, const wt_field *f, const wt_value *v) {
    char number[64];
    put_value_number(number, sizeof number, f, v);
    printf("    ");
    unsigned used = 4 + sheet_cell(number, in_hex(f) ? 10 : 6);
    if (!v->why) {
        printf("%s\n", v->name);
        return;
    }
    sheet_style(s, "1");
    used += sheet_cell(v->name, 24);
    sheet_style(s, "0");
    sheet_words(s, v->why, used, used < s->width / 2 ? used : 12);
}

static void bits(const sheet *s, const wt_field *f) {
    char text[128] = "";
    uint32_t size = wt_type_size(f->type) * 8;
    for (uint32_t b = size; b-- > 0;) {
        append(text, sizeof text, f->mask >> b & 1 ? "x" : ".");
        if (b % 4 == 0 && b)
            append(text, sizeof text, " ");
    }
    sheet_entry(s, "Bits", text);
}

static void filter_example(const sheet *s, const wt_field *f) {
    char text[160];
    if (f->type == WT_NONE)
        snprintf(text, sizeof text, "-Y %s", f->name);
    else if (f->base == WT_FLAG)
        snprintf(text, sizeof text, "-Y %s==1", f->name);
    else if (f->type == WT_STRING)
        snprintf(text, sizeof text, "-Y '%s contains \"…\"'", f->name);
    else if (f->type == WT_BYTES)
        snprintf(text, sizeof text, "-Y '%s contains 00:01'", f->name);
    else if (f->values && f->values->count) {
        char number[64];
        put_value_number(number, sizeof number, f, &(wt_value){f->values->rows[0].lo, f->values->rows[0].lo, "", NULL});
        snprintf(text, sizeof text, "-Y %s==%s", f->name, number);
    } else {
        snprintf(text, sizeof text, "-Y '%s == …'", f->name);
    }
    sheet_entry(s, "Filter", text);
}

void explain_field(const sheet *s, const wt_protocol_info *p, const wt_field *f) {
    char text[256];
    title(s, f->name, f->label, f->why);
    putchar('\n');
    sheet_entry(s, "Kind", kind_of(f));
    if (f->mask && wt_type_size(f->type))
        bits(s, f);
    if (alias_members(text, sizeof text, p, f))
        sheet_entry(s, "Means", text);
    snprintf(text, sizeof text, "%s, %s", p->name, p->title);
    sheet_entry(s, "Protocol", text);
    sheet_entry(s, "Reference", f->ref);
    filter_example(s, f);
    if (!f->values || !f->values->count)
        return;
    sheet_entry(s, "Values", "");
    for (size_t i = 0; i < f->values->count; i++)
        explain_value(s, f, &f->values->rows[i]);
}

void explain_protocol(const sheet *s, uint32_t proto) {
    const wt_protocol_info *p = wt_protocol_get(proto);
    char text[512];
    unsigned shown = 0, all = 0, left = s->width >= 90 ? 32 : 26;
    title(s, p->name, p->title, p->why);
    putchar('\n');
    sheet_entry(s, "Reference", p->ref);
    places_of(text, sizeof text, proto);
    if (text[0])
        sheet_entry(s, "Found at", text);
    for (uint32_t i = 0; i < p->field_count; i++) {
        const wt_field *f = &p->fields[i];
        if (i && strcmp(f->name, p->fields[i - 1].name) == 0)
            continue;
        all++;
        if (!(f->flags & WT_STORY) || shown >= 40)
            continue;
        if (!shown++)
            sheet_entry(s, "Fields", "that tell the story");
        printf("    ");
        if (4 + sheet_cell(f->name, left) > 4 + left)
            printf("\n%*s", (int)(4 + left), "");
        sheet_words(s, f->why, 4 + left, 4 + left);
    }
    if (!all)
        return;
    snprintf(text, sizeof text, "wiretale fields %s   lists all %u fields", p->name, all);
    sheet_entry(s, "More", text);
}
