/* tls_record.c - one record opened, so that each of its parts can be shown. */
#include <stdlib.h>
#include <string.h>

#include "tell/tls.h"

enum { TLS13 = 0x0304 };

static const wt_walk_step *step_named(const wt_tls_walk *w, const char *name) {
    for (uint32_t i = 0; i < w->steps; i++)
        if (strcmp(w->step[i].name, name) == 0)
            return &w->step[i];
    return NULL;
}

static bool keys_of(const wt_tls_model *m, const wt_tls_talk *t, const wt_tls_walk *w, bool client, uint8_t *stream,
                    wt_seal *seal) {
    const wt_walk_step *from = step_named(w, t->version != TLS13 ? "master secret"
                                             : client ? "client application traffic secret 0"
                                                      : "server application traffic secret 0");
    if (!from || !from->length)
        return false;
    if (t->version == TLS13)
        return wt_seal_secret(m->crypto, m->state, &w->suite, from->value, from->length, seal);
    wt_agreed a = {.version = t->version, .suite = w->suite, .encrypt_then_mac = t->encrypt_then_mac,
                   .truncated_hmac = t->truncated_hmac};
    memcpy(a.master, from->value, WT_MASTER_SIZE);
    memcpy(a.client_random, t->random[WT_CLIENT], WT_RANDOM_SIZE);
    memcpy(a.server_random, t->random[WT_SERVER], WT_RANDOM_SIZE);
    bool good = wt_seal_agreed(m->crypto, m->state, &a, client, stream, seal);
    m->crypto->wipe(&a, sizeof a);
    return good;
}

void wt_tls_walk_record(const wt_tls_model *m, const wt_tls_talk *t, wt_tls_walk *w) {
    wt_walk_record *r = &w->record;
    wt_seal seal;
    uint8_t stream[WT_STREAM_SIZE];
    r->info = m->crypto->cipher(w->suite.cipher);
    r->tls13 = t->version == TLS13;
    /* Where each record goes on from the one before, only the first can be opened by itself. */
    bool chained = r->info->mode == WT_MODE_STREAM || (r->info->mode == WT_MODE_CBC && t->version == 0x0301);
    bool data = t->data.bytes && !chained;
    uint8_t side = data ? t->data_side : WT_CLIENT;
    r->sample = data ? &t->data : &t->first[WT_CLIENT][WT_STAGE_APPLICATION];
    r->keys = side == WT_CLIENT ? "client" : "server";
    if (!r->sample->bytes) {
        r->sample = NULL;
        return;
    }
    r->have_keys = keys_of(m, t, w, side == WT_CLIENT, stream, &seal);
    if (!r->have_keys)
        return;
    uint32_t n = r->sample->n - WT_RECORD_HEADER;
    if (r->info->mode == WT_MODE_AEAD) {
        r->nonce_in_record = wt_seal_explicit(&seal, r->info);
        r->iv_len = r->tls13 ? 12 : r->info->salt;
        if (n < r->nonce_in_record + r->info->tag)
            return;
        wt_seal_nonce(&seal, r->info, r->sample->seq, r->sample->bytes, r->nonce);
        r->aad_len = wt_seal_aad(&seal, r->sample->seq, r->sample->bytes, n - r->nonce_in_record - r->info->tag,
                                 r->aad);
    } else {
        r->iv_len = r->info->block;
        r->nonce_in_record = t->version > 0x0301 ? r->info->block : 0;
        r->mac_len = seal.mac_len;
    }
    memcpy(r->iv, seal.iv, sizeof r->iv);
    r->plain = malloc(n ? n : 1);
    r->opened = r->plain &&
                wt_seal_open(m->crypto, m->state, &seal, r->sample->seq, r->sample->bytes, n, r->plain, &r->inside);
    m->crypto->wipe(&seal, sizeof seal);
}
