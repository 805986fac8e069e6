/* tls_text.c - a TLS handshake told to people: flights, key schedule, proofs, one record byte by byte. */
#include <stdio.h>

#include "print/escape.h"
#include "tell/tls.h"

enum { TLS13 = 0x0304, INDENT = 4, HEX_A_LINE = 32, DATA_SHOWN = 64, NAME = 14 };

typedef struct page {
    const wt_tls_print *p;
    wt_out *o;
} page;

static void style(const page *g, const char *code) {
    if (!g->p->color)
        return;
    wt_out_s(g->o, "\033[");
    wt_out_s(g->o, code);
    wt_out_c(g->o, 'm');
}

/* Words over as many lines as they need; `at` columns are taken on the first line. */
static void words(const page *g, unsigned indent, unsigned at, const char *text) {
    unsigned width = g->p->width > 40 ? g->p->width : 40;
    bool first = true;
    while (*text) {
        size_t n = strcspn(text, " ");
        unsigned columns = wt_columns(text, n);
        if (!first && at + 1 + columns > width) {
            wt_out_c(g->o, '\n');
            wt_out_spaces(g->o, indent);
            at = indent;
        } else if (!first) {
            wt_out_c(g->o, ' ');
            at++;
        }
        wt_out_n(g->o, text, n);
        at += columns;
        text += n + (text[n] == ' ');
        first = false;
    }
    wt_out_c(g->o, '\n');
}

static void line(const page *g, unsigned indent, const char *text) {
    wt_out_spaces(g->o, indent);
    words(g, indent, indent, text);
}

static void heading(const page *g, const char *text) {
    wt_out_c(g->o, '\n');
    style(g, "1");
    wt_out_s(g->o, text);
    style(g, "0");
    wt_out_c(g->o, '\n');
}

static void hex(const page *g, const uint8_t *p, size_t n) { wt_out_hex(g->o, p, n); }

/* All of it over several lines, or its two ends; how many columns its last line takes. */
static unsigned secret(const page *g, unsigned indent, const uint8_t *p, uint32_t n) {
    char size[32];
    unsigned used = n % HEX_A_LINE && (g->p->secrets || n <= 6) ? 2 * (n % HEX_A_LINE) : 2 * HEX_A_LINE;
    used += (unsigned)snprintf(size, sizeof size, "  (%u bytes)", n);
    if (!g->p->secrets && n > 6) {
        hex(g, p, 4);
        wt_out_s(g->o, g->p->ascii ? "..." : "…");
        hex(g, p + n - 2, 2);
        used = (unsigned)strlen(size) + (g->p->ascii ? 15 : 13);
    } else {
        for (uint32_t i = 0; i < n; i += HEX_A_LINE) {
            if (i) {
                wt_out_c(g->o, '\n');
                wt_out_spaces(g->o, indent);
            }
            hex(g, p + i, n - i < HEX_A_LINE ? n - i : HEX_A_LINE);
        }
    }
    wt_out_s(g->o, size);
    return indent + used;
}

/* ---- who, and the handshake ------------------------------------------------------------- */

static void title(const page *g, const wt_tls_model *m, const wt_tls_talk *t) {
    wt_out *o = g->o;
    style(g, "1");
    wt_out_s(o, "Connection ");
    wt_out_u(o, t->stream);
    wt_out_s(o, ": ");
    wt_put_endpoint(wt_out_room(o, 96), &t->end[WT_CLIENT]);
    wt_out_s(o, g->p->ascii ? " -> " : " → ");
    wt_put_endpoint(wt_out_room(o, 96), &t->end[WT_SERVER]);
    if (t->server_name[0]) {
        wt_out_s(o, ", ");
        wt_escape_s(o, WT_ESC_TERMINAL, t->server_name);
    }
    if (t->handshake > 1)
        wt_out_s(o, ", negotiated anew");
    style(g, "0");
    wt_out_c(o, '\n');
    if (t->answered) {
        wt_out_s(o, wt_tls_name(m, WANT_VERSION, t->version));
        wt_out_s(o, " with ");
        wt_out_s(o, wt_tls_name(m, WANT_SUITE, t->suite));
        if (t->dhe || (t->exchanged && t->shares[WT_SERVER])) {
            wt_out_s(o, t->dhe ? ", key shares on " : ", key exchange on ");
            wt_out_s(o, wt_tls_name(m, WANT_GROUP, t->group));
        }
        wt_out_s(o, t->psk || (t->version != TLS13 && !t->exchanged) ? ", resumed\n" : "\n");
    } else {
        wt_out_s(o, "The server's answer was not captured.\n");
    }
    wt_out_s(o, "Client random ");
    hex(g, t->random[WT_CLIENT], WT_RANDOM_SIZE);
    wt_out_c(o, '\n');
}

/* What each message does for the two. */
static const char *purpose(const wt_tls_talk *t, const wt_tls_message *m) {
    bool tls13 = t->version == TLS13, client = m->side == WT_CLIENT;
    switch (m->type) {
    case 0: return "Asks the client to negotiate anew.";
    case 1: return m != t->message && t->retried ? "The same hello again, with the share that was asked for."
                 : tls13 ? "Offers versions, cipher suites and key shares; the transcript begins."
                         : "Offers versions and cipher suites, and the client's random bytes.";
    case 2: return m->retry ? "Asks for the hello again, with a key share on the group that it names."
                 : tls13 ? "Chooses; from the two key shares both sides compute the shared secret."
                         : "Chooses, and adds the server's random bytes.";
    case 4: return tls13 ? "Gives the client a ticket: a pre-shared key for a later connection."
                         : "Gives the client the session, sealed for the server itself, to be resumed with.";
    case 5: return "Ends early data; the handshake keys follow.";
    case 8: return "Answers what need not be readable on the way: ALPN, server name …";
    case 11: return client ? "Says who the client is." : "Says who the server is.";
    case 12: return "The server's key share, signed.";
    case 13: return "Asks the client to prove who it is.";
    case 14: return "The server has said what it has to say.";
    case 15: return client ? "Signs the transcript: the client has the certificate's key."
                           : "Signs the transcript: the server has the certificate's key.";
    case 16: return "The client's part of the key exchange: both sides compute the premaster secret.";
    case 20: return "Proves the keys, and that both saw the same messages.";
    case 22: return "Brings a fresh proof that the certificate is not revoked.";
    case 24: return "From here on this side uses the next keys.";
    case 25: return client ? "Says who the client is, compressed." : "Says who the server is, compressed.";
    case WT_TALK_CCS: return tls13 ? "Says nothing: old boxes on the way let it pass because it looks like TLS 1.2."
                                   : "What this side sends from here on is sealed.";
    default: return "";
    }
}

static void flight(const page *g, const wt_tls_model *m, const wt_tls_message *first) {
    wt_out *o = g->o;
    wt_out_s(o, "  ");
    style(g, "36");
    wt_out_s(o, first->side == WT_CLIENT ? (g->p->ascii ? "client -> server" : "client → server")
                                         : (g->p->ascii ? "client <- server" : "client ← server"));
    style(g, "0");
    wt_out_s(o, "  frame ");
    wt_out_u(o, first->frame);
    if (first->time_ns != INT64_MIN && m->first_ns != INT64_MIN) {
        wt_out_s(o, ", ");
        wt_put_seconds(wt_out_room(o, 40), first->time_ns - m->first_ns, 6);
        wt_out_s(o, " s");
    }
    wt_out_c(o, '\n');
}

static void messages(const page *g, const wt_tls_model *m, const wt_tls_talk *t) {
    enum { WIDTH = 22 };
    heading(g, "The handshake, flight by flight");
    for (uint32_t i = 0; i < t->messages; i++) {
        const wt_tls_message *one = &t->message[i];
        char size[24];
        if (!i || one->side != one[-1].side)
            flight(g, m, one);
        const char *name = wt_tls_message_name(m, one);
        wt_out_spaces(g->o, INDENT);
        wt_out_s(g->o, name);
        unsigned used = wt_columns(name, strlen(name));
        wt_out_spaces(g->o, used < WIDTH ? WIDTH - used : 1);
        int n = snprintf(size, sizeof size, "%5u %-5s  %s  ", one->length, one->length == 1 ? "byte" : "bytes",
                         one->sealed ? "sealed" : "plain ");
        wt_out_s(g->o, size);
        unsigned at = INDENT + (used < WIDTH ? WIDTH : used + 1) + (unsigned)n;
        words(g, at, at, purpose(t, one));
    }
    if (t->left_out)
        line(g, INDENT, "Further messages are left out.");
    if (t->unopened) {
        char text[120];
        snprintf(text, sizeof text, "%llu sealed records could not be opened; what is in them is not told here.",
                 (unsigned long long)t->unopened);
        line(g, 2, text);
    }
}

/* ---- who vouches for whom --------------------------------------------------------------- */

static const char arrow[] = " ← ", not_sent[] = " (not sent)", by_itself[] = " (signed by itself)",
                  rest[] = "; also sent: ";

/* What else the certificate of that holder says: "from … until …; key: …"; NULL if it was not kept. */
static const char *details(const wt_tls_chain *c, const char *name, size_t n) {
    static const char signer[] = ", signed by ";
    for (uint32_t i = 0; i < c->count; i++) {
        const char *p = c->certificate[i];
        if (strncmp(p, name, n) == 0 && strncmp(p + n, signer, sizeof signer - 1) == 0) {
            const char *more = strstr(p + n, "; ");
            return more ? more + 2 : NULL;
        }
    }
    return NULL;
}

/* One of the chain, and what is known of it. */
static void holder(const page *g, const wt_tls_chain *c, const char *p, size_t n) {
    bool absent = wt_ends_with(p, n, not_sent), itself = wt_ends_with(p, n, by_itself);
    size_t name = n - (absent ? sizeof not_sent - 1 : itself ? sizeof by_itself - 1 : 0);
    wt_out_spaces(g->o, INDENT);
    style(g, "1");
    wt_out_n(g->o, p, name);
    style(g, "0");
    wt_out_c(g->o, '\n');
    const char *more = absent ? "not sent: who trusts the chain has it already" : details(c, p, name);
    if (more)
        line(g, INDENT + 4, more);
    if (itself)
        line(g, INDENT + 4, "signed by itself");
}

static void chain(const page *g, const wt_tls_chain *c, const char *whose) {
    char text[80];
    const char *p = c->text, *others = strstr(p, rest);
    size_t left = others ? (size_t)(others - p) : strlen(p);
    snprintf(text, sizeof text, "The %s's certificates: who vouches for whom", whose);
    heading(g, text);
    while (left) {
        const char *next = strstr(p, arrow);
        size_t n = next && next < p + left ? (size_t)(next - p) : left;
        holder(g, c, p, n);
        if (n == left)
            break;
        line(g, INDENT + 2, g->p->ascii ? "^ signed by" : "↑ signed by");
        p += n + sizeof arrow - 1;
        left -= n + sizeof arrow - 1;
    }
    if (others) {
        wt_out_spaces(g->o, INDENT);
        words(g, INDENT, INDENT, others + 2);
    }
    line(g, 2, "This is what they say; no signature is checked here.");
}

/* ---- the key schedule ------------------------------------------------------------------- */

static const char *from_where(const wt_walk_step *s) {
    switch (s->origin) {
    case WT_ORIGIN_WORKED_OUT: return "worked out";
    case WT_ORIGIN_LOGGED: return "from the key log";
    case WT_ORIGIN_BOTH: return "worked out; the key log has the same";
    case WT_ORIGIN_CONFLICT: return "worked out";
    default: return "";
    }
}

/* Its name, what it is for, how it is worked out, and of which messages. */
static void recipe(const page *g, const wt_walk_step *s, unsigned number) {
    wt_out *o = g->o;
    char text[16];
    int n = snprintf(text, sizeof text, "%3u ", number);
    wt_out_s(o, text);
    style(g, "1");
    wt_out_s(o, s->name);
    style(g, "0");
    wt_out_s(o, "  ");
    words(g, INDENT + 2, (unsigned)n + wt_columns(s->name, strlen(s->name)) + 2, s->why);
    if (s->how[0]) {
        wt_out_spaces(o, INDENT);
        wt_out_s(o, "= ");
        words(g, INDENT + 2, INDENT + 2, s->how);
    }
    if (s->context_name) {
        wt_out_spaces(o, INDENT + 2);
        wt_out_s(o, "Hash(");
        wt_out_s(o, s->context_name);
        wt_out_s(o, ") ");
        hex(g, s->context, 4);
        wt_out_s(o, g->p->ascii ? "..." : "…");
        hex(g, s->context + s->context_len - 2, 2);
        wt_out_c(o, '\n');
    }
}

/* Its value, and where that is from. */
static void value(const page *g, const wt_walk_step *s) {
    char text[96];
    style(g, "32");
    unsigned at = secret(g, INDENT, s->value, s->length);
    style(g, "0");
    if (at + 14 > g->p->width) {           /* not even "worked out" fits behind it */
        wt_out_c(g->o, '\n');
        at = INDENT;
        wt_out_spaces(g->o, INDENT);
    }
    wt_out_s(g->o, "  ");
    int n = snprintf(text, sizeof text, "%s", from_where(s));
    if (s->tried && s->fits)
        snprintf(text + n, sizeof text - (size_t)n, "; it opens frame %llu", (unsigned long long)s->tried_frame);
    words(g, INDENT + 2, at + 2, text);
}

static void contradiction(const page *g, const wt_walk_step *s) {
    wt_out *o = g->o;
    style(g, "31");
    if (s->origin == WT_ORIGIN_CONFLICT) {
        wt_out_spaces(o, INDENT);
        wt_out_s(o, "the key log differs: ");
        secret(g, INDENT, s->logged, s->logged_len);
        wt_out_c(o, '\n');
    }
    if (s->tried && !s->fits) {
        wt_out_spaces(o, INDENT);
        wt_out_s(o, "it does not open the record in frame ");
        wt_out_u(o, s->tried_frame);
        wt_out_c(o, '\n');
    }
    style(g, "0");
}

static void step(const page *g, const wt_walk_step *s, unsigned number) {
    recipe(g, s, number);
    wt_out_spaces(g->o, INDENT);
    if (!s->length) {
        style(g, "33");
        wt_out_s(g->o, "not known; needed: ");
        words(g, INDENT + 2, INDENT + 19, s->need);
        style(g, "0");
        return;
    }
    value(g, s);
    if (s->origin == WT_ORIGIN_CONFLICT || (s->tried && !s->fits))
        contradiction(g, s);
}

static void schedule(const page *g, const wt_tls_talk *t, const wt_tls_walk *w) {
    static const char *const hashes[] = {"", "MD5", "SHA-1", "SHA-256", "SHA-384", "MD5 and SHA-1"};
    char text[120];
    enum wt_hash hash = t->version == TLS13 ? (enum wt_hash)w->suite.hash : wt_prf_hash(t->version, &w->suite);
    snprintf(text, sizeof text, "The key schedule (%s, with %s)", t->version == TLS13 ? "RFC 8446 §7.1"
             : t->extended_master ? "RFC 5246 §8.1, RFC 7627 §4" : "RFC 5246 §8.1", hashes[hash]);
    heading(g, text);
    if (g->p->secrets)
        line(g, 2, "These values are confidential: whoever has them reads this connection.");
    for (uint32_t i = 0; i < w->steps; i++)
        step(g, &w->step[i], i + 1);
}

/* ---- proofs ----------------------------------------------------------------------------- */

static void proofs(const page *g, const wt_tls_walk *w) {
    wt_out *o = g->o;
    heading(g, "The proofs, computed anew");
    for (uint32_t i = 0; i < w->proofs; i++) {
        const wt_walk_proof *p = &w->proof[i];
        bool same = p->computed && memcmp(p->sent, p->expected, p->length) == 0;
        wt_out_s(o, "  ");
        style(g, "1");
        wt_out_s(o, p->name);
        style(g, "0");
        wt_out_s(o, "  ");
        words(g, INDENT, 4 + wt_columns(p->name, strlen(p->name)), p->why);
        wt_out_spaces(o, INDENT);
        wt_out_s(o, "= ");
        words(g, INDENT + 2, INDENT + 2, p->how);
        if (p->length) {
            line(g, INDENT, "sent");
            wt_out_spaces(o, INDENT + 2);
            for (uint32_t k = 0; k < p->length; k += HEX_A_LINE) {
                if (k)
                    wt_out_spaces(o, INDENT + 2);
                hex(g, p->sent + k, p->length - k < HEX_A_LINE ? p->length - k : HEX_A_LINE);
                wt_out_c(o, '\n');
            }
        }
        style(g, !p->computed ? "33" : same ? "32" : "31");
        wt_out_spaces(o, INDENT);
        if (!p->computed) {
            wt_out_s(o, "can't be computed; needed: ");
            words(g, INDENT + 2, INDENT + 27, p->need);
        } else if (same) {
            wt_out_s(o, "computed: the same. It verifies.\n");
        } else {
            wt_out_s(o, "computed: ");
            hex(g, p->expected, p->length < 16 ? p->length : 16);
            wt_out_s(o, g->p->ascii ? "... It does not verify.\n" : "… It does not verify.\n");
        }
        style(g, "0");
    }
}

/* ---- one record ------------------------------------------------------------------------- */

static void remark(const page *g, const char *what) {
    wt_out_spaces(g->o, INDENT + NAME);
    style(g, "2");
    words(g, INDENT + NAME, INDENT + NAME, what);
    style(g, "0");
}

static void part(const page *g, const char *name, const uint8_t *p, uint32_t n, const char *what) {
    wt_out *o = g->o;
    uint32_t shown = n < DATA_SHOWN ? n : DATA_SHOWN;
    wt_out_spaces(o, INDENT);
    wt_out_s(o, name);
    unsigned used = wt_columns(name, strlen(name));
    wt_out_spaces(o, used < NAME ? NAME - used : 1);
    for (uint32_t i = 0; i < shown; i += 16) {
        if (i) {
            wt_out_c(o, '\n');
            wt_out_spaces(o, INDENT + NAME);
        }
        for (uint32_t k = i; k < shown && k < i + 16; k++) {
            if (k > i)
                wt_out_c(o, ' ');
            hex(g, p + k, 1);
        }
    }
    if (shown < n)
        wt_out_s(o, g->p->ascii ? " ..." : " …");
    wt_out_c(o, '\n');
    remark(g, what);
}

static void sealed_parts(const page *g, const wt_walk_record *r) {
    const uint8_t *p = r->sample->bytes + WT_RECORD_HEADER;
    uint32_t n = r->sample->n - WT_RECORD_HEADER;
    char text[160];
    if (r->info->mode == WT_MODE_AEAD) {
        if (g->p->secrets)
            part(g, "IV", r->iv, r->iv_len, "From the key schedule.");
        if (r->nonce_in_record)
            part(g, "nonce", r->nonce, 12,
                 "The IV's 4 bytes, then the 8 that stand in the record, in front of the ciphertext.");
        else if (g->p->secrets) {
            snprintf(text, sizeof text,
                     "The IV, its last bytes exclusive-ored with the record's number, %llu. The number is never sent: "
                     "both sides count.",
                     (unsigned long long)r->sample->seq);
            part(g, "nonce", r->nonce, 12, text);
        } else {
            snprintf(text, sizeof text, "number        %llu", (unsigned long long)r->sample->seq);
            line(g, INDENT, text);
            remark(g, "Never sent: both sides count. The IV, its last bytes exclusive-ored with it, is the nonce "
                      "(--show-secrets shows both).");
        }
        part(g, "additional", r->aad, r->aad_len, r->tls13 ? "The header: not secret, but protected, too."
             : "Number, type, version and length of the content: not secret, but protected, too.");
        part(g, "ciphertext", p + r->nonce_in_record, n - r->nonce_in_record - r->info->tag, "The content, encrypted.");
        part(g, "tag", p + n - r->info->tag, r->info->tag,
             r->opened
                 ? "Computed anew from key, nonce, additional data and ciphertext: the same. Nothing was changed."
                 : "It is not what key, nonce, additional data and ciphertext give: another key, or changed bytes.");
        return;
    }
    if (r->nonce_in_record)
        part(g, "IV", p, r->nonce_in_record, "Chosen anew for each record and sent with it.");
    part(g, "ciphertext", p + r->nonce_in_record, n - r->nonce_in_record,
         r->opened ? "Content, MAC and padding; the MAC, computed anew, is the same."
                   : "Decrypted, its MAC or padding is not what it should be: another key, or changed bytes.");
}

static void one_record(const page *g, const wt_tls_talk *t, const wt_tls_walk *w) {
    const wt_walk_record *r = &w->record;
    char text[160];
    heading(g, "One record, opened byte by byte");
    if (!r->sample) {
        line(g, 2, t->unopened ? "Without keys nobody can tell what the sealed records hold; that is their purpose."
                               : "No sealed record of this connection was captured.");
        return;
    }
    snprintf(text, sizeof text, "Frame %llu: record %llu under the %s's %skeys, %s",
             (unsigned long long)r->sample->frame, (unsigned long long)r->sample->seq, r->keys,
             r->tls13 ? "application " : "", r->info->name);
    line(g, 2, text);
    snprintf(text, sizeof text, "Type %u, version 0x%02x%02x, %u bytes follow.", r->sample->bytes[0],
             r->sample->bytes[1], r->sample->bytes[2], r->sample->n - WT_RECORD_HEADER);
    part(g, "header", r->sample->bytes, WT_RECORD_HEADER, text);
    if (!r->have_keys) {
        line(g, INDENT, "Without these keys no more can be told of it.");
        return;
    }
    sealed_parts(g, r);
    if (!r->opened)
        return;
    wt_out *o = g->o;
    part(g, "content", r->plain, r->inside.length,
         r->inside.type == 23 ? "What the application sent." : "What was sent in it.");
    if (r->inside.type == 23) {
        wt_out_spaces(o, INDENT + NAME);
        wt_out_c(o, '"');
        wt_escape(o, WT_ESC_TERMINAL, r->plain, r->inside.length < DATA_SHOWN ? r->inside.length : DATA_SHOWN);
        wt_out_s(o, "\"\n");
    }
    if (r->tls13)
        part(g, "type", r->plain + r->inside.length, 1 + r->inside.padding,
             r->inside.padding ? "The true content type, sealed with it, and zeros that hide the length."
                               : "The true content type, sealed with it.");
}

/* Whether the key log, or a private key, gave anything. */
static bool some_known(const wt_tls_walk *w) {
    for (uint32_t i = 0; i < w->steps; i++)
        if (w->step[i].logged_len || w->step[i].origin == WT_ORIGIN_LOGGED || w->step[i].tried)
            return true;
    return false;
}

static void verdict(const page *g, const wt_tls_walk *w) {
    wt_out_c(g->o, '\n');
    style(g, w->complete ? "32" : w->failure[0] ? "31" : "33");
    if (w->failure[0]) {
        wt_out_s(g->o, "Fails at ");
        words(g, 2, 9, w->failure);
    } else {
        words(g, 0, 0,
              w->complete ? "Every secret is known, and every proof verifies."
              : some_known(w)
                  ? "Nothing contradicts what is known; not everything is known."
                  : "No secret is known. Have the client or the server write a key log (SSLKEYLOGFILE), and give it "
                    "with --keylog.");
    }
    style(g, "0");
}

void wt_tls_text(const wt_tls_model *m, const wt_tls_talk *t, const wt_tls_walk *w, const wt_tls_print *p) {
    page g = {p, p->out};
    if (p->ascii)
        wt_out_ascii(p->out);
    title(&g, m, t);
    messages(&g, m, t);
    if (t->chain[WT_SERVER])
        chain(&g, t->chain[WT_SERVER], "server");
    if (t->chain[WT_CLIENT])
        chain(&g, t->chain[WT_CLIENT], "client");
    if (!t->answered)
        return;
    if (!w->suite_known) {
        heading(&g, "The key schedule");
        line(&g, 2, "This cipher suite's records can't be opened here.");
        return;
    }
    schedule(&g, t, w);
    proofs(&g, w);
    one_record(&g, t, w);
    verdict(&g, w);
}
