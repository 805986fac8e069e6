/* objects.c - bodies to files, as they come: written under a name that says they are not whole yet, renamed at their
 * end. */
#include "tell/objects.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "print/escape.h"

enum { NAME = 120, TYPE = 60, WHERE = 160, OPEN_MAX_ = 512, OBJECTS_MAX = 100000, ASKED = 1024, TRIES = 10000 };
enum { URI, FOR_URI, CONTENT_TYPE, URI2, PATH2, CONTENT_TYPE2, METHOD, METHOD2, FIELDS };
static const char incomplete[] = ".incomplete";

typedef struct object {
    char name[NAME], type[TYPE], where[WHERE];
    uint64_t frame, bytes, missing;
    bool whole, request;
} object;

/* A body that is coming. */
typedef struct coming {
    uint32_t flow, substream, message, index;
    uint8_t proto, dir;
    bool used;
    uint64_t order;
} coming;

/* What a stream of HTTP/2 asked for, to name its answer. */
typedef struct asked {
    uint32_t flow, substream;
    char uri[WHERE];
} asked;

/* What the head said that came last in its flow and direction, until its body begins. */
typedef struct head {
    uint32_t flow, substream, message;
    uint8_t dir;
    char uri[WHERE], type[TYPE];
    bool used, request;
} head;

struct wt_objects {
    int dir, file, error;
    uint32_t file_of;                      /* the object that `file` is; UINT32_MAX: none */
    char failed[NAME + 16];
    object *list;
    uint32_t count, cap;
    uint64_t order, left_out;
    coming open[OPEN_MAX_];
    asked asked[ASKED];
    head heads[ASKED];
    wt_fid fields[FIELDS], want[FIELDS];
    int http, http2;
};

wt_objects *wt_objects_new(int dir) {
    static const char *const names[FIELDS] = {
        "http.request.full_uri", "http.response_for.uri", "http.content_type", "http2.request.full_uri",
        "http2.headers.path", "http2.headers.content_type", "http.request.method", "http2.headers.method"};
    wt_objects *o = calloc(1, sizeof *o);
    if (!o)
        return NULL;
    o->dir = dir;
    o->file = -1;
    o->file_of = UINT32_MAX;
    for (int i = 0; i < FIELDS; i++)
        o->fields[i] = wt_field_find(names[i]);
    o->http = wt_protocol_find("http");
    o->http2 = wt_protocol_find("http2");
    return o;
}

void wt_objects_free(wt_objects *o) {
    if (!o)
        return;
    if (o->file >= 0)
        close(o->file);
    free(o->list);
    free(o);
}

void wt_objects_needs(wt_objects *o, wt_options *session) {
    size_t n = 0;
    for (int i = 0; i < FIELDS; i++)
        if (o->fields[i] != WT_FID_NONE)
            o->want[n++] = o->fields[i];
    session->want = o->want;
    session->want_count = n;
    session->pieces = true;
}

uint32_t wt_objects_count(const wt_objects *o) { return o->count; }

int wt_objects_error(const wt_objects *o, const char **name) {
    if (name)
        *name = o->failed;
    return o->error;
}

/* ---- names ------------------------------------------------------------------------------ */

static bool name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

static const char *ending_of(const char *type, size_t n) {
    static const struct { const char *type, *ending; } known[] = {
        {"text/html", ".html"}, {"text/css", ".css"}, {"text/plain", ".txt"}, {"application/json", ".json"},
        {"text/javascript", ".js"}, {"application/javascript", ".js"}, {"image/png", ".png"}, {"image/jpeg", ".jpg"},
        {"image/gif", ".gif"}, {"image/svg+xml", ".svg"}, {"image/webp", ".webp"}, {"application/xml", ".xml"},
        {"text/xml", ".xml"}, {"application/pdf", ".pdf"}, {"application/zip", ".zip"}, {"font/woff2", ".woff2"},
        {"application/grpc", ".grpc"}, {"text/event-stream", ".events"},
        {"application/x-www-form-urlencoded", ".form"}, {"multipart/form-data", ".multipart"}};
    size_t end = 0;
    while (end < n && type[end] != ';' && type[end] != ' ')
        end++;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i].type) == end && memcmp(known[i].type, type, end) == 0)
            return known[i].ending;
    return ".bin";
}

void wt_object_name(const char *uri, size_t n, const char *media_type, size_t type_n, char *out, size_t room) {
    size_t end = 0, start = 0, len = 0;
    while (end < n && uri[end] != '?' && uri[end] != '#')
        end++;
    for (size_t i = 0; i < end; i++)
        if (uri[i] == '/')
            start = i + 1;
    size_t scheme = 0;
    while (scheme + 2 < end && memcmp(uri + scheme, "://", 3) != 0)
        scheme++;
    if (scheme + 2 < end && start == scheme + 3)   /* http://host without a path */
        start = end;
    for (size_t i = start; i < end && len < room - 1 && len < 80; i++, len++)
        out[len] = name_char(uri[i]) && !(len == 0 && uri[i] == '.') ? uri[i] : '_';
    const char *ending = ending_of(media_type, type_n);
    if (!len && room > 16)
        len = (size_t)snprintf(out, room, "%s", strcmp(ending, ".html") == 0 ? "index" : "object");
    out[len] = 0;
    if (!memchr(out, '.', len) && len + strlen(ending) < room)
        memcpy(out + len, ending, strlen(ending) + 1);
}

/* ---- files ------------------------------------------------------------------------------ */

static void failed(wt_objects *o, const char *name) {
    if (o->error)
        return;
    o->error = errno;
    snprintf(o->failed, sizeof o->failed, "%s", name);
}

/* "page.html", or "page-2.html" where that is taken: no file is ever written over. */
static bool create(wt_objects *o, object *x) {
    char base[NAME], name[NAME + sizeof incomplete];
    memcpy(base, x->name, sizeof base);
    char *dot = strrchr(base, '.');
    const char *ending = dot ? x->name + (dot - base) : "";
    if (dot)
        *dot = 0;
    for (int i = 1; i < TRIES; i++) {
        int n = i == 1 ? snprintf(name, sizeof name, "%s%s", base, ending)
                       : snprintf(name, sizeof name, "%s-%d%s", base, i, ending);
        if (n < 0 || (size_t)n >= NAME)
            break;
        if (faccessat(o->dir, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
            continue;
        memcpy(x->name, name, (size_t)n + 1);
        strcat(name, incomplete);
        o->file = openat(o->dir, name, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (o->file >= 0)
            return true;
        if (errno != EEXIST) {
            failed(o, name);
            return false;
        }
    }
    return false;
}

static void shut(wt_objects *o) {
    if (o->file >= 0 && close(o->file) != 0)
        failed(o, o->list[o->file_of].name);
    o->file = -1;
    o->file_of = UINT32_MAX;
}

static void write_to(wt_objects *o, uint32_t index, const uint8_t *p, size_t n) {
    char name[NAME + sizeof incomplete];
    object *x = &o->list[index];
    if (o->file_of != index) {
        shut(o);
        snprintf(name, sizeof name, "%s%s", x->name, incomplete);
        o->file = openat(o->dir, name, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
        if (o->file < 0) {
            failed(o, name);
            return;
        }
        o->file_of = index;
    }
    x->bytes += n;
    while (n) {
        ssize_t done = write(o->file, p, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0) {
            failed(o, x->name);
            return;
        }
        p += done;
        n -= (size_t)done;
    }
}

static void complete(wt_objects *o, uint32_t index) {
    char name[NAME + sizeof incomplete];
    object *x = &o->list[index];
    if (o->file_of == index)
        shut(o);
    if (x->missing)
        return;
    snprintf(name, sizeof name, "%s%s", x->name, incomplete);
    x->whole = true;
    /* A link does not replace what may have appeared there meanwhile, as a rename would. */
    if (linkat(o->dir, name, o->dir, x->name, 0) != 0 || unlinkat(o->dir, name, 0) != 0)
        failed(o, x->name);
}

/* ---- heads ------------------------------------------------------------------------------ */

static void copy(char *to, size_t room, const wt_item *item) {
    size_t n = item->vlen < room - 1 ? item->vlen : room - 1;
    memcpy(to, item->v.p, n);
    to[n] = 0;
}

static uint32_t slot(uint32_t flow, uint32_t substream) { return (flow * 2654435761u ^ substream * 40503u) % ASKED; }

static void read_head(wt_objects *o, const wt_tape *tape, const wt_piece *piece) {
    const wt_layer *l = &tape->layers[piece->layer];
    head *h = &o->heads[(slot(piece->flow, piece->substream) + piece->dir) % ASKED];
    *h = (head){.used = true, .flow = piece->flow, .substream = piece->substream, .message = piece->message,
                .dir = piece->dir};
    for (uint32_t i = l->first; i < l->end; i++) {
        const wt_item *item = &tape->items[i];
        wt_fid f = item->field;
        if (!(item->flags & WT_I_POINTER))
            continue;
        if (f == o->fields[URI] || f == o->fields[FOR_URI] || f == o->fields[URI2] ||
            (f == o->fields[PATH2] && !h->uri[0]))
            copy(h->uri, sizeof h->uri, item);
        else if (f == o->fields[CONTENT_TYPE] || f == o->fields[CONTENT_TYPE2])
            copy(h->type, sizeof h->type, item);
        else if (f == o->fields[METHOD] || f == o->fields[METHOD2])
            h->request = true;
    }
    asked *a = &o->asked[slot(piece->flow, piece->substream)];
    if (h->request && piece->substream) {
        *a = (asked){.flow = piece->flow, .substream = piece->substream};
        memcpy(a->uri, h->uri, sizeof a->uri);
    } else if (!h->uri[0] && a->flow == piece->flow && a->substream == piece->substream && piece->substream) {
        memcpy(h->uri, a->uri, sizeof h->uri);
    }
}

/* ---- bodies ----------------------------------------------------------------------------- */

static coming *find(wt_objects *o, const wt_piece *p) {
    for (uint32_t i = 0; i < OPEN_MAX_; i++) {
        coming *c = &o->open[i];
        if (c->used && c->flow == p->flow && c->message == p->message && c->substream == p->substream &&
            c->dir == p->dir && c->proto == p->proto)
            return c;
    }
    return NULL;
}

/* A place for a body that begins; the one that is coming for longest stays incomplete. */
static coming *begin(wt_objects *o, const wt_tape *tape, const wt_piece *piece) {
    if (o->count == o->cap) {
        uint32_t cap = o->cap ? o->cap * 2 : 64;
        object *list = o->count < OBJECTS_MAX ? realloc(o->list, cap * sizeof *list) : NULL;
        if (!list) {
            o->left_out++;
            return NULL;
        }
        o->list = list;
        o->cap = cap;
    }
    shut(o);
    const head *h = &o->heads[(slot(piece->flow, piece->substream) + piece->dir) % ASKED];
    bool mine = h->used && h->flow == piece->flow && h->substream == piece->substream && h->dir == piece->dir;
    object *x = &o->list[o->count];
    *x = (object){.frame = tape->frame->number, .request = mine && h->request};
    if (mine) {
        memcpy(x->type, h->type, sizeof x->type);
        memcpy(x->where, h->uri, sizeof x->where);
    }
    wt_object_name(x->where, strlen(x->where), x->type, strlen(x->type), x->name, sizeof x->name);
    if (!create(o, x))
        return NULL;
    o->file_of = o->count;
    coming *c = &o->open[0];
    for (uint32_t i = 0; i < OPEN_MAX_ && c->used; i++)
        if (!o->open[i].used || o->open[i].order < c->order)
            c = &o->open[i];
    *c = (coming){.used = true, .flow = piece->flow, .substream = piece->substream, .message = piece->message,
                  .dir = piece->dir, .proto = piece->proto, .index = o->count++, .order = ++o->order};
    return c;
}

void wt_objects_tape(wt_objects *o, const wt_tape *tape) {
    for (uint32_t i = 0; i < tape->piece_count && !o->error; i++) {
        const wt_piece *p = &tape->pieces[i];
        if (p->proto != o->http && p->proto != o->http2)
            continue;
        if (p->kind == WT_PIECE_HEAD)
            read_head(o, tape, p);
        if (p->kind != WT_PIECE_BODY || (p->first && p->last && !p->length))
            continue;
        coming *c = p->first ? NULL : find(o, p);
        if (!c && (p->length || p->missing))
            c = begin(o, tape, p);
        if (!c)
            continue;
        o->list[c->index].missing += p->missing;
        if (p->length)
            write_to(o, c->index, tape->sources[p->source].data + p->offset, p->length);
        if (p->last) {
            complete(o, c->index);
            c->used = false;
        }
    }
}

/* ---- the list --------------------------------------------------------------------------- */

static void list_json(const wt_objects *o, wt_out *out) {
    wt_out_s(out, "[");
    for (uint32_t i = 0; i < o->count; i++) {
        const object *x = &o->list[i];
        wt_out_s(out, i ? ",\n  {\"file\": \"" : "\n  {\"file\": \"");
        wt_escape_s(out, WT_ESC_JSON, x->name);
        wt_out_s(out, x->whole ? "\"" : ".incomplete\"");
        wt_out_s(out, ", \"frame\": ");
        wt_out_u(out, x->frame);
        wt_out_s(out, ", \"bytes\": ");
        wt_out_u(out, x->bytes);
        wt_out_s(out, x->whole ? ", \"whole\": true, \"from\": \"" : ", \"whole\": false, \"from\": \"");
        wt_out_s(out, x->request ? "request" : "response");
        wt_out_s(out, "\", \"uri\": \"");
        wt_escape_s(out, WT_ESC_JSON, x->where);
        wt_out_s(out, "\", \"type\": \"");
        wt_escape_s(out, WT_ESC_JSON, x->type);
        wt_out_s(out, "\"}");
    }
    wt_out_s(out, "\n]\n");
}

static void list_text(const wt_objects *o, wt_out *out) {
    unsigned name = 4;
    for (uint32_t i = 0; i < o->count; i++) {
        unsigned n = (unsigned)strlen(o->list[i].name) + (o->list[i].whole ? 0 : (unsigned)sizeof incomplete - 1);
        name = n > name ? n : name;
    }
    for (uint32_t i = 0; i < o->count; i++) {
        const object *x = &o->list[i];
        unsigned n = (unsigned)strlen(x->name) + (x->whole ? 0 : (unsigned)sizeof incomplete - 1);
        wt_out_s(out, x->name);
        wt_out_s(out, x->whole ? "" : incomplete);
        wt_out_spaces(out, name - n + 2);
        wt_text *t = wt_out_room(out, 128);
        char number[24];
        snprintf(number, sizeof number, "%10llu", (unsigned long long)x->bytes);
        wt_put_s(t, number);
        wt_put_s(t, " bytes  frame ");
        wt_put_u(t, x->frame);
        wt_put_s(t, x->request ? "  sent to " : "  from ");
        wt_escape_s(out, WT_ESC_TERMINAL, x->where[0] ? x->where : "an address that is not known");
        wt_out_c(out, '\n');
    }
    wt_out_u(out, o->count);
    wt_out_s(out, o->count == 1 ? " body\n" : " bodies\n");
    if (o->left_out) {
        wt_out_u(out, o->left_out);
        wt_out_s(out, " pieces of further bodies are left out: limit reached: objects (docs/limits.md)\n");
    }
}

void wt_objects_end(wt_objects *o, wt_out *out, bool json) {
    shut(o);
    if (json)
        list_json(o, out);
    else
        list_text(o, out);
}
