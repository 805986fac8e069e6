/* tls_json.c - the same handshake for programs. */
#include "print/escape.h"
#include "tell/tls.h"

typedef struct page {
    const wt_tls_print *p;
    wt_out *o;
} page;

static void key(const page *g, bool first, const char *name) {
    wt_out_s(g->o, first ? "\"" : ",\"");
    wt_out_s(g->o, name);
    wt_out_s(g->o, "\":");
}

static void string(const page *g, bool first, const char *name, const char *value) {
    key(g, first, name);
    wt_out_c(g->o, '"');
    wt_escape_s(g->o, WT_ESC_JSON, value);
    wt_out_c(g->o, '"');
}

static void number(const page *g, const char *name, uint64_t v) {
    key(g, false, name);
    wt_out_u(g->o, v);
}

static void truth(const page *g, const char *name, bool v) {
    key(g, false, name);
    wt_out_s(g->o, v ? "true" : "false");
}

static void bytes(const page *g, const char *name, const uint8_t *p, uint32_t n) {
    key(g, false, name);
    wt_out_c(g->o, '"');
    wt_out_hex(g->o, p, n);
    wt_out_c(g->o, '"');
}

/* In full only if asked for. */
static void secret(const page *g, const char *name, const uint8_t *p, uint32_t n) {
    if (g->p->secrets || n <= 6) {
        bytes(g, name, p, n);
        return;
    }
    key(g, false, name);
    wt_out_c(g->o, '"');
    wt_out_hex(g->o, p, 4);
    wt_out_s(g->o, "…");
    wt_out_hex(g->o, p + n - 2, 2);
    wt_out_c(g->o, '"');
}

static void endpoint(const page *g, const char *name, const wt_endpoint *e) {
    key(g, false, name);
    wt_out_c(g->o, '"');
    wt_put_endpoint(wt_out_room(g->o, 96), e);
    wt_out_c(g->o, '"');
}

static void messages(const page *g, const wt_tls_model *m, const wt_tls_talk *t) {
    key(g, false, "messages");
    wt_out_c(g->o, '[');
    for (uint32_t i = 0; i < t->messages; i++) {
        const wt_tls_message *one = &t->message[i];
        wt_out_s(g->o, i ? ",\n{" : "\n{");
        string(g, true, "from", one->side == WT_CLIENT ? "client" : "server");
        string(g, false, "name", wt_tls_message_name(m, one));
        if (one->type != WT_TALK_CCS)
            number(g, "type", one->type);
        number(g, "frame", one->frame);
        number(g, "length", one->length);
        truth(g, "sealed", one->sealed);
        wt_out_c(g->o, '}');
    }
    wt_out_c(g->o, ']');
}

static void chains(const page *g, const wt_tls_talk *t) {
    static const char *const names[] = {[WT_CLIENT] = "client_certificates", [WT_SERVER] = "server_certificates"};
    for (int side = 0; side < 2; side++) {
        const wt_tls_chain *c = t->chain[side];
        if (!c)
            continue;
        key(g, false, names[side]);
        wt_out_c(g->o, '{');
        string(g, true, "chain", c->text);
        key(g, false, "sent");
        for (uint32_t i = 0; i < c->count; i++) {
            wt_out_s(g->o, i ? ",\"" : "[\"");
            wt_escape_s(g->o, WT_ESC_JSON, c->certificate[i]);
            wt_out_c(g->o, '"');
        }
        wt_out_s(g->o, c->count ? "]}" : "[]}");
    }
}

static void steps(const page *g, const wt_tls_walk *w) {
    static const char *const origins[] = {"unknown", "worked out", "key log", "both", "conflict"};
    key(g, false, "steps");
    wt_out_c(g->o, '[');
    for (uint32_t i = 0; i < w->steps; i++) {
        const wt_walk_step *s = &w->step[i];
        wt_out_s(g->o, i ? ",\n{" : "\n{");
        string(g, true, "name", s->name);
        string(g, false, "how", s->how);
        string(g, false, "origin", origins[s->origin]);
        if (s->context_name) {
            string(g, false, "transcript", s->context_name);
            bytes(g, "transcript_hash", s->context, s->context_len);
        }
        if (s->length)
            secret(g, "value", s->value, s->length);
        if (s->origin == WT_ORIGIN_CONFLICT)
            secret(g, "logged", s->logged, s->logged_len);
        if (s->tried)
            truth(g, "opens", s->fits);
        if (!s->length)
            string(g, false, "needed", s->need);
        wt_out_c(g->o, '}');
    }
    wt_out_c(g->o, ']');
}

static void proofs(const page *g, const wt_tls_walk *w) {
    key(g, false, "proofs");
    wt_out_c(g->o, '[');
    for (uint32_t i = 0; i < w->proofs; i++) {
        const wt_walk_proof *p = &w->proof[i];
        wt_out_s(g->o, i ? ",\n{" : "\n{");
        string(g, true, "name", p->name);
        string(g, false, "how", p->how);
        bytes(g, "sent", p->sent, p->length);
        if (p->computed)
            bytes(g, "computed", p->expected, p->length);
        else
            string(g, false, "needed", p->need);
        truth(g, "verifies", p->computed && memcmp(p->sent, p->expected, p->length) == 0);
        wt_out_c(g->o, '}');
    }
    wt_out_c(g->o, ']');
}

static void one_record(const page *g, const wt_walk_record *r) {
    if (!r->sample)
        return;
    key(g, false, "record");
    wt_out_c(g->o, '{');
    string(g, true, "from", r->keys);
    string(g, false, "cipher", r->info->name);
    number(g, "frame", r->sample->frame);
    number(g, "number", r->sample->seq);
    bytes(g, "bytes", r->sample->bytes, r->sample->n);
    if (r->have_keys && r->info->mode == WT_MODE_AEAD) {
        secret(g, "nonce", r->nonce, 12);
        bytes(g, "additional_data", r->aad, r->aad_len);
    }
    truth(g, "opened", r->opened);
    if (r->opened) {
        number(g, "type", r->inside.type);
        bytes(g, "content", r->plain, r->inside.length);
    }
    wt_out_c(g->o, '}');
}

void wt_tls_json(const wt_tls_model *m, const wt_tls_talk *t, const wt_tls_walk *w, const wt_tls_print *p) {
    page g = {p, p->out};
    wt_out_c(g.o, '{');
    key(&g, true, "stream");
    wt_out_u(g.o, t->stream);
    number(&g, "handshake", t->handshake);
    endpoint(&g, "client", &t->end[WT_CLIENT]);
    endpoint(&g, "server", &t->end[WT_SERVER]);
    if (t->server_name[0])
        string(&g, false, "server_name", t->server_name);
    if (t->answered) {
        string(&g, false, "version", wt_tls_name(m, WANT_VERSION, t->version));
        string(&g, false, "suite", wt_tls_name(m, WANT_SUITE, t->suite));
    }
    bytes(&g, "client_random", t->random[WT_CLIENT], WT_RANDOM_SIZE);
    truth(&g, "resumed", t->psk || (t->answered && t->version != 0x0304 && !t->exchanged));
    truth(&g, "retry", t->retried);
    number(&g, "records_opened", t->opened);
    number(&g, "records_sealed", t->unopened);
    messages(&g, m, t);
    chains(&g, t);
    steps(&g, w);
    proofs(&g, w);
    one_record(&g, &w->record);
    if (w->failure[0])
        string(&g, false, "fails_at", w->failure);
    truth(&g, "complete", w->complete);
    wt_out_c(g.o, '}');
}

void wt_tls_tell_all(const wt_tls_model *m, const wt_tls_print *p) {
    if (p->json)
        wt_out_s(p->out, "[");
    for (uint32_t i = 0; i < m->talks; i++) {
        wt_tls_walk *w = wt_tls_walk_new(m, m->talk[i]);
        if (i)
            wt_out_s(p->out, p->json ? ",\n" : "\n");
        if (w && p->json)
            wt_tls_json(m, m->talk[i], w, p);
        else if (w)
            wt_tls_text(m, m->talk[i], w, p);
        wt_tls_walk_free(w);
    }
    wt_out_s(p->out, p->json ? "]\n" : "");
}
