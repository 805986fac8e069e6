/* handin.c - what binds a capture, its keys, its seed and the answers about it. */
#include "lab/handin.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/crypto_ops.h"
#include "print/escape.h"

static const char title[] = "wiretale lab, sealed";

/* ---- digests ---------------------------------------------------------------------------- */

/* The first half of SHA-256, as hex digits. */
static void digest(const trace *t, const void *bytes, size_t n, char out[HANDIN_DIGEST]) {
    uint8_t sum[WT_HASH_MAX] = {0};
    wt_keylog_ops()->hash(t->keys, WT_HASH_SHA256, bytes, n, sum);
    for (unsigned i = 0; i < HANDIN_DIGEST / 2; i++)
        snprintf(out + 2 * i, 3, "%02x", sum[i]);
}

static void put_number(FILE *f, uint64_t v) {
    for (unsigned i = 0; i < 8; i++)
        fputc((int)(v >> (8 * i) & 0xff), f);
}

/* A step's digest, one frame on: what was, when, where, and the bytes.  Comments may be added later. */
static void add_frame(const trace *t, const wt_frame *f, handin_step *s) {
    char *bytes = NULL;
    size_t n;
    FILE *m = open_memstream(&bytes, &n);
    if (!m)
        return;
    fputs(s->digest, m);
    put_number(m, (uint64_t)f->time_ns);
    put_number(m, f->len);
    put_number(m, f->linktype);
    fputs(f->interface < t->point_count ? t->points[f->interface] : "", m);
    fputc(0, m);
    fwrite(f->data, 1, f->caplen, m);
    if (fclose(m) == 0)
        digest(t, bytes, n, s->digest);
    free(bytes);
    s->frames++;
}

void handin_steps_of(const trace *t, handin_steps *s) {
    *s = (handin_steps){.count = t->step_count + 1};
    snprintf(s->step[0].id, sizeof s->step[0].id, "-");
    for (uint32_t i = 0; i < t->step_count; i++)
        memcpy(s->step[i + 1].id, t->steps[i], sizeof t->steps[i]);
    for (uint32_t i = 0; i < t->frame_count; i++)
        add_frame(t, &t->frames[i].frame, &s->step[t->frames[i].step + 1]);
}

/* ---- writing ---------------------------------------------------------------------------- */

/* What was written so far, closed by a line with its digest. */
static void close_with(const trace *t, const char *word, char **text) {
    char sum[HANDIN_DIGEST], *more = NULL;
    if (!*text)
        return;
    digest(t, *text, strlen(*text), sum);
    if (asprintf(&more, "%s%s %s\n", *text, word, sum) < 0)
        more = NULL;
    free(*text);
    *text = more;
}

char *handin_seal(const trace *t) {
    char *text = NULL, sum[HANDIN_DIGEST];
    size_t n;
    handin_steps s;
    FILE *f = open_memstream(&text, &n);
    if (!f)
        return NULL;
    handin_steps_of(t, &s);
    fprintf(f, "%s\nlab %s\nseed %" PRIu64 "\n", title, t->lab, t->seed);
    for (unsigned i = 0; i < s.count; i++)
        if (s.step[i].frames)
            fprintf(f, "step %s %u %s\n", s.step[i].id, s.step[i].frames, s.step[i].digest);
    digest(t, t->secrets_size ? t->secrets : "", t->secrets_size, sum);
    if (t->secrets_size)
        fprintf(f, "keys %zu %s\n", t->secrets_size, sum);
    if (fclose(f) != 0)
        return NULL;
    close_with(t, "seal", &text);
    return text;
}

/* A name is one line of printable text. */
static void put_line(FILE *f, const char *text) {
    for (const char *p = text; *p; p++)
        fputc(iscntrl((unsigned char)*p) ? ' ' : *p, f);
    fputc('\n', f);
}

char *handin_text(const trace *t, const progress *answers, const char *name) {
    char *text = NULL, *seal = handin_seal(t);
    size_t n;
    FILE *f = seal ? open_memstream(&text, &n) : NULL;
    if (f) {
        fputs(seal, f);
        fputs("name ", f);
        put_line(f, name);
        for (unsigned i = 0; i < answers->count; i++)
            if (answers->answers[i].text[0]) {
                fprintf(f, "answer %s %u ", answers->answers[i].id, answers->answers[i].hints);
                put_line(f, answers->answers[i].text);
            }
        if (fclose(f) == 0)
            close_with(t, "answers", &text);
    }
    free(seal);
    return text;
}

/* ---- reading ---------------------------------------------------------------------------- */

void handin_reason(char out[HANDIN_REASON], const char *format, va_list ap) {
    char text[HANDIN_REASON];
    size_t n;
    wt_out *o = wt_out_new(-1);
    vsnprintf(text, sizeof text, format, ap);
    out[0] = 0;
    if (!o)
        return;
    wt_escape_s(o, WT_ESC_TERMINAL, text);
    const char *safe = wt_out_memory(o, &n);
    if (n >= HANDIN_REASON)
        for (n = HANDIN_REASON - 1; n && ((unsigned char)safe[n] & 0xc0) == 0x80;)
            n--;                           /* cut at whole characters */
    memcpy(out, safe, n);
    out[n] = 0;
    wt_out_free(o);
}

static void reason(handin *h, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void reason(handin *h, const char *format, ...) {
    va_list ap;
    if (h->reason_count == HANDIN_REASONS)
        return;
    va_start(ap, format);
    handin_reason(h->reasons[h->reason_count++], format, ap);
    va_end(ap);
}

/* Does the line's digest fit everything above it? */
static bool fits(const trace *t, const char *text, const char *line, const char *claimed) {
    char sum[HANDIN_DIGEST];
    digest(t, text, (size_t)(line - text), sum);
    return strncmp(sum, claimed, HANDIN_DIGEST - 1) == 0;
}

static void compare_step(handin *h, handin_steps *s, const char *line) {
    char id[32], sum[HANDIN_DIGEST];
    unsigned frames;
    if (sscanf(line, "%31s %u %32s", id, &frames, sum) != 3)
        return;
    for (unsigned i = 0; i < s->count; i++) {
        handin_step *now = &s->step[i];
        if (strcmp(now->id, id) != 0 || !now->frames)
            continue;
        if (now->frames != frames)
            reason(h, "step %s has %u frames, and had %u when it was captured", id, now->frames, frames);
        else if (strcmp(now->digest, sum) != 0)
            reason(h, "a frame of step %s was changed", id);
        now->frames = 0;                   /* seen */
        return;
    }
    reason(h, "step %s is missing", id);
}

static void compare_keys(handin *h, const trace *t, const char *line) {
    char sum[HANDIN_DIGEST], claimed[HANDIN_DIGEST];
    if (sscanf(line, "%*u %32s", claimed) != 1)
        return;
    digest(t, t->secrets_size ? t->secrets : "", t->secrets_size, sum);
    if (!t->secrets_size)
        reason(h, "its TLS keys were taken out");
    else if (strcmp(sum, claimed) != 0)
        reason(h, "its TLS keys were changed");
}

static void read_answer(handin *h, const char *line, size_t n) {
    char id[64];
    unsigned hints;
    int at = 0;
    if (sscanf(line, "%63s %u %n", id, &hints, &at) < 2 || !at || (size_t)at > n)
        return;
    kept_answer *a = progress_answer(&h->answers, id);
    if (!a)
        return;
    a->hints = hints;
    snprintf(a->text, sizeof a->text, "%.*s", (int)(n - (size_t)at), line + at);
}

enum part { PART_CAPTURE, PART_ANSWERS, PART_NOTHING };     /* up to the seal, up to the answers' digest, behind it */

typedef struct reading {
    const trace *trace;
    handin *h;
    handin_steps now;
    enum part part;
    bool seal, keys, answers;        /* these lines are there, and their digests fit */
    bool added;                      /* there are lines that do not belong there */
} reading;

static const char *after_word(const char *line, const char *word) {
    size_t n = strlen(word);
    return strncmp(line, word, n) == 0 && line[n] == ' ' ? line + n + 1 : NULL;
}

/* The line's text, as far as there is room for it. */
static void keep_line(char *out, size_t room, const char *rest, const char *end) {
    snprintf(out, room, "%.*s", (int)(end - rest < (ptrdiff_t)room ? end - rest : (ptrdiff_t)room), rest);
}

/* False: no such line belongs there. */
static bool about_capture(reading *r, const char *text, const char *line, const char *end) {
    const char *rest;
    if ((rest = after_word(line, "lab")) != NULL) {
        keep_line(r->h->lab, sizeof r->h->lab, rest, end);
    } else if ((rest = after_word(line, "seed")) != NULL) {
        r->h->seed = strtoull(rest, NULL, 10);
    } else if ((rest = after_word(line, "step")) != NULL) {
        compare_step(r->h, &r->now, rest);
    } else if ((rest = after_word(line, "keys")) != NULL && !r->keys) {
        r->keys = true;
        compare_keys(r->h, r->trace, rest);
    } else if ((rest = after_word(line, "seal")) != NULL) {
        r->part = PART_ANSWERS;
        r->seal = fits(r->trace, text, line, rest);
    } else {
        return line == text;           /* the title */
    }
    return true;
}

static bool about_answers(reading *r, const char *text, const char *line, const char *end) {
    const char *rest;
    if ((rest = after_word(line, "name")) != NULL) {
        keep_line(r->h->name, sizeof r->h->name, rest, end);
    } else if ((rest = after_word(line, "answer")) != NULL) {
        read_answer(r->h, rest, (size_t)(end - rest));
    } else if ((rest = after_word(line, "answers")) != NULL) {
        r->part = PART_NOTHING;
        r->h->handed = true;
        r->answers = fits(r->trace, text, line, rest);
    } else {
        return false;
    }
    return true;
}

/* Each part ends with its digest, which is worked out once: however long the text is, it is read once. */
static void read_line(reading *r, const char *text, const char *line, const char *end) {
    if (line == end)
        return;
    bool known = r->part == PART_CAPTURE ? about_capture(r, text, line, end)
                 : r->part == PART_ANSWERS ? about_answers(r, text, line, end) : false;
    r->added |= !known;
}

/* What the lines say together. */
static void conclude(reading *r) {
    const trace *t = r->trace;
    handin *h = r->h;
    if (r->added || t->about_cut)
        reason(h, "lines were added to what it says of itself");
    for (unsigned i = 0; i < r->now.count; i++)
        if (r->now.step[i].frames)
            reason(h, "the frames of step %s were added", r->now.step[i].id);
    if (t->step_count && h->seed != t->seed)
        reason(h, "it says seed %" PRIu64 ", but its frames are of seed %" PRIu64, h->seed, t->seed);
    if (t->step_count && strcmp(h->lab, t->lab) != 0)
        reason(h, "it says lab %s, but its frames are of lab %s", h->lab, t->lab);
    if (t->secrets_size && !r->keys)
        reason(h, "TLS keys were added");
    if (!r->seal && !h->reason_count)
        reason(h, "what it says of its capture was changed");
    if (h->handed && !r->answers && r->seal)
        reason(h, "its answers or its name were changed after it was handed in");
}

void handin_read(const trace *t, handin *h) {
    *h = (handin){.sealed = false};
    const char *text = t->about ? strstr(t->about, title) : NULL;
    if (text) {
        reading r = {.trace = t, .h = h};
        h->sealed = true;
        handin_steps_of(t, &r.now);
        for (const char *line = text; *line;) {
            size_t n = strcspn(line, "\n");
            read_line(&r, text, line, line + n);
            line += n + (line[n] == '\n');
        }
        conclude(&r);
    }
    if (t->mixed)
        reason(h, "its steps are of several runs");
    if (t->cut)
        reason(h, "frames in it are cut short");
    if (t->dropped)
        reason(h, "%" PRIu64 " frames were lost while it was captured", t->dropped);
    if (!text)
        reason(h, "it is no capture of a lab that was handed in: `wiretale lab hand-in` writes one");
    else if (!h->handed)
        reason(h, "it is the capture of a lab, without answers: `wiretale lab hand-in` adds them");
}
