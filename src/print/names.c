/* names.c - a bounded table of names by address; the first name for an address stays. */
#include "wiretale/names.h"

#include <stdlib.h>
#include <string.h>

#include "core/text.h"

enum {
#define L(id, name, value, sentence) LIMIT_##id = value,
#include "core/limits.def"
#undef L
};

enum { FIRST_ROWS = 256, KEY = 16, LONGEST = 255, PORT_KEY = 3, LEARNED = 5 };

typedef struct named {
    char *name;                      /* NULL: free */
    uint8_t length, key[KEY];
} named;

struct wt_names {
    unsigned kinds;
    named *rows;                     /* open addressing */
    size_t count, cap, left_out;
    wt_fid learned[LEARNED];         /* owner of a record, its IPv4 and IPv6 address,
                                      * response or not, a server's name */
    wt_fid *want;
};

enum { OWNER, A, AAAA, RESPONSE, SERVER };

wt_names *wt_names_new(unsigned kinds) {
    static const char *const fields[LEARNED] = {"dns.resp.name", "dns.a", "dns.aaaa", "dns.flags.response",
                                                "tls.handshake.extensions_server_name"};
    wt_names *n = calloc(1, sizeof *n);
    if (!n)
        return NULL;
    n->kinds = kinds;
    n->cap = FIRST_ROWS;
    n->rows = calloc(n->cap, sizeof *n->rows);
    if (!n->rows) {
        free(n);
        return NULL;
    }
    for (unsigned i = 0; i < LEARNED; i++)
        n->learned[i] = wt_field_find(fields[i]);
    return n;
}

unsigned wt_names_kinds(const wt_names *n) { return n->kinds; }

static named *slot(named *rows, size_t cap, const uint8_t *key, size_t length) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ key[i]) * 16777619u;
    size_t at = (hash ^ hash >> 15) & (cap - 1);
    while (rows[at].name && !(rows[at].length == length && memcmp(rows[at].key, key, length) == 0))
        at = (at + 1) & (cap - 1);
    return &rows[at];
}

static bool grow(wt_names *n) {
    size_t cap = n->cap * 2;
    named *rows = calloc(cap, sizeof *rows);
    if (!rows)
        return false;
    for (size_t i = 0; i < n->cap; i++)
        if (n->rows[i].name)
            *slot(rows, cap, n->rows[i].key, n->rows[i].length) = n->rows[i];
    free(n->rows);
    n->rows = rows;
    n->cap = cap;
    return true;
}

static bool printable(const char *s, size_t n) {
    while (n) {
        uint32_t cp;
        unsigned size = wt_utf8((const uint8_t *)s, n, &cp);
        if (!size || cp == ' ' || !wt_printable(cp))
            return false;
        s += size;
        n -= size;
    }
    return true;
}

static void keep(wt_names *n, const uint8_t *key, size_t length, const char *name, size_t name_length) {
    if (!name_length || name_length > LONGEST || length > KEY || !printable(name, name_length) ||
        slot(n->rows, n->cap, key, length)->name)
        return;
    if (n->count == LIMIT_RESOLVED || (n->count * 4 >= n->cap * 3 && !grow(n))) {
        n->left_out++;
        return;
    }
    named *row = slot(n->rows, n->cap, key, length);
    row->name = malloc(name_length + 1);
    if (!row->name) {
        n->left_out++;
        return;
    }
    memcpy(row->name, name, name_length);
    row->name[name_length] = 0;
    memcpy(row->key, key, length);
    row->length = (uint8_t)length;
    n->count++;
}

void wt_names_add(wt_names *n, const uint8_t *address, size_t length, const char *name, size_t name_length) {
    unsigned kind = length == 6 ? WT_NAMES_MAC : length == 4 || length == 16 ? WT_NAMES_NETWORK : 0;
    if (n->kinds & kind)
        keep(n, address, length, name, name_length);
}

static void port_key(uint8_t key[PORT_KEY], const char *transport, uint16_t port) {
    key[0] = (uint8_t)transport[0];
    key[1] = (uint8_t)(port >> 8);
    key[2] = (uint8_t)port;
}

void wt_names_add_port(wt_names *n, const char *transport, uint16_t port, const char *name) {
    uint8_t key[PORT_KEY];
    port_key(key, transport, port);
    if (n->kinds & WT_NAMES_PORTS)
        keep(n, key, PORT_KEY, name, strlen(name));
}

/* ---- learning --------------------------------------------------------------------------- */

bool wt_names_needs(wt_names *n, wt_options *o) {
    if (!(n->kinds & (WT_NAMES_DNS | WT_NAMES_SERVER)))
        return true;
    wt_fid *want = realloc(n->want, (o->want_count + LEARNED) * sizeof *want);
    if (!want)
        return false;
    n->want = want;
    if (o->want_count)
        memcpy(want, o->want, o->want_count * sizeof *want);
    memcpy(want + o->want_count, n->learned, sizeof n->learned);
    o->want = want;
    o->want_count += LEARNED;
    return true;
}

void wt_names_learn(wt_names *n, const wt_tape *t) {
    const wt_item *owner = NULL;
    bool response = false;
    if (!(n->kinds & (WT_NAMES_DNS | WT_NAMES_SERVER)))
        return;
    for (uint32_t k = 0; k < t->item_count; k++) {
        const wt_item *i = &t->items[k];
        bool pointer = i->flags & WT_I_POINTER;
        uint8_t v4[4] = {(uint8_t)(i->v.u >> 24), (uint8_t)(i->v.u >> 16), (uint8_t)(i->v.u >> 8), (uint8_t)i->v.u};
        if (i->field == n->learned[RESPONSE])
            response = i->v.u;
        else if (i->field == n->learned[OWNER])
            owner = pointer ? i : NULL;
        else if (i->field == n->learned[A] && owner && response && n->kinds & WT_NAMES_DNS)
            keep(n, pointer ? i->v.p : v4, 4, (const char *)owner->v.p, owner->vlen);
        else if (i->field == n->learned[AAAA] && owner && response && pointer && i->vlen == 16 &&
                 n->kinds & WT_NAMES_DNS)
            keep(n, i->v.p, 16, (const char *)owner->v.p, owner->vlen);
        else if (i->field == n->learned[SERVER] && pointer && n->kinds & WT_NAMES_SERVER && t->dst.kind >= 4)
            keep(n, t->dst.addr, t->dst.kind == 4 ? 4 : 16, (const char *)i->v.p, i->vlen);
    }
}

/* ---- finding ---------------------------------------------------------------------------- */

const char *wt_names_find(const wt_names *n, const uint8_t *address, size_t length) {
    return length <= KEY ? slot(n->rows, n->cap, address, length)->name : NULL;
}

const char *wt_names_find_port(const wt_names *n, const char *transport, uint16_t port) {
    uint8_t key[PORT_KEY];
    port_key(key, transport, port);
    return wt_names_find(n, key, PORT_KEY);
}

size_t wt_names_left_out(const wt_names *n) { return n->left_out; }

void wt_names_free(wt_names *n) {
    if (!n)
        return;
    for (size_t i = 0; i < n->cap; i++)
        free(n->rows[i].name);
    free(n->rows);
    free(n->want);
    free(n);
}
