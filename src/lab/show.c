/* show.c - frames of a capture, printed as `wiretale read` prints them. */
#include "lab/show.h"

#include <arpa/inet.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lab/aloud.h"
#include "lab/told.h"
#include "wiretale/print.h"

typedef struct style {
    const char *as, *format;         /* format: NULL for a line a frame, which is ours */
    wt_print_options print;
} style;

static const style styles[] = {{"lines", NULL, {.width = 0}},
                               {"text", "text", {.explain = WT_EXPLAIN_BRIEF}},
                               {"picture", "text", {.picture = true, .explain = WT_EXPLAIN_BRIEF}},
                               {"all", "text", {.detail = WT_DETAIL_EVERYTHING, .explain = WT_EXPLAIN_BRIEF}},
                               {"hex", "hex", {.width = 0}}};

static const style *style_of(const char *as) {
    for (size_t i = 0; as && i < sizeof styles / sizeof *styles; i++)
        if (strcmp(styles[i].as, as) == 0)
            return &styles[i];
    return &styles[0];
}

void show_seconds(int64_t since, char out[SHOW_SECONDS]) {
    enum { SECOND = 1000000000, MICROSECOND = 1000 };
    snprintf(out, SHOW_SECONDS, "%" PRId64 ".%06" PRId64, since / SECOND, since % SECOND / MICROSECOND);
}

static void end_text(const wt_endpoint *e, char *out, size_t room) {
    char text[INET6_ADDRSTRLEN] = "";
    const uint8_t *a = e->addr;
    if (e->kind == 4 || e->kind == 6)
        inet_ntop(e->kind == 4 ? AF_INET : AF_INET6, a, text, sizeof text);
    else if (e->kind == 1)
        snprintf(text, sizeof text, "%02x:%02x:%02x:%02x:%02x:%02x", a[0], a[1], a[2], a[3], a[4], a[5]);
    if (e->has_port)
        snprintf(out, room, e->kind == 6 ? "[%s]:%u" : "%s:%u", text, e->port);
    else
        snprintf(out, room, "%s", text);
}

/* A line a frame, as `wiretale read -q` has it, but wrapped instead of cut; to be read aloud, a sentence a frame. */
static void line(page *p, const wt_tape *t, const char *point, int64_t since) {
    char first[80], from[80], to[80], seconds[SHOW_SECONDS], text[2048];
    show_seconds(since, seconds);
    const char *tag = wt_protocol_get(t->layers[t->top].proto)->tag;
    int said = (int)t->headline_len;
    end_text(&t->src, from, sizeof from);
    end_text(&t->dst, to, sizeof to);
    if (p->prose) {
        snprintf(text, sizeof text, "Frame %" PRIu64 " at %s, at %s seconds, %s from %s to %s: %.*s.", t->frame->number,
                 point, seconds, tag, from, to, said, t->headline);
        page_say(p, PAGE_PLAIN, "", text);
        return;
    }
    snprintf(first, sizeof first, "%4" PRIu64 " %10s  ", t->frame->number, seconds);
    snprintf(text, sizeof text, "%s%s%s %s %.*s", from, from[0] ? " → " : "", to, tag, said, t->headline);
    page_say(p, PAGE_PLAIN, first, text);
}

typedef struct showing {
    page *page;
    const trace *trace;
    const selection *what;
    wt_filter *filter;
    wt_printer *printer;
    wt_out *out;
} showing;

static int all_frames(showing *s, wt_session *session) {
    int shown = 0;
    const trace *t = s->trace;
    int64_t since = told_since(t, s->what->step);
    if (s->printer)
        wt_printer_begin(s->printer);
    for (uint32_t i = 0; i < t->frame_count; i++) {
        wt_frame f = t->frames[i].frame;
        f.comment = NULL;                  /* steps are named elsewhere */
        f.comment_len = 0;
        const wt_tape *tape = wt_session_feed(session, &f);
        bool chosen = told_chosen(t, i, s->what) && wt_filter_match(s->filter, tape);
        shown += chosen;
        if (chosen && !s->printer)
            line(s->page, tape, t->points[f.interface], f.time_ns - since);
        else if (chosen)
            wt_printer_frame(s->printer, tape);
        else if (s->printer && f.time_ns >= since)
            wt_printer_skip(s->printer, &f);
    }
    if (s->printer)
        wt_printer_end(s->printer);
    return shown;
}

static void put_lines(page *p, const char *text, size_t n) {
    (p->prose ? aloud_lines : page_lines)(p, text, n);
}

/* What was printed, but for the layers that have another title; of a picture nothing but the picture. */
static void one_layer(page *p, const char *text, const char *end, const char *title, bool picture) {
    bool in = true, drawn = false;
    while (text < end) {
        size_t n = strcspn(text, "\n");
        bool heading = text[0] != ' ', layer = text[0] == ' ' && text[1] != ' ' && strstr(text, " bytes") &&
            strstr(text, " bytes") < text + n;
        if (heading || layer) {
            in = heading || strncmp(text + 1, title, strlen(title)) == 0;
            drawn = false;
        }
        if (in && !drawn)
            put_lines(p, n ? text : "\n", n ? n : 1);
        drawn |= picture && n > 5 && strncmp(text + 2, "└", strlen("└")) == 0;
        text += n + 1;
    }
}

int show_frames(page *p, const trace *t, const selection *what, const char *as, const char *layer) {
    const style *how = style_of(as);
    wt_print_options print = how->print;
    wt_filter_problem wrong;
    int shown = -1;
    if (!p->to)
        return 0;
    print.width = p->prose ? ALOUD_WIDTH : (int)p->width;
    print.color = p->color && !p->contrast && !layer;
    print.ascii = p->prose;
    print.picture = print.picture && !p->prose;
    p->blank = false;
    showing s = {.page = p, .trace = t, .what = what, .out = wt_out_new(-1)};
    s.filter = wt_filter_new(what->filter ? what->filter : "frame", &wrong);
    s.printer = s.out && how->format ? wt_printer_new(how->format, &print, s.out) : NULL;
    wt_options o = {.headline = true, .crypto = wt_keylog_ops(), .crypto_state = t->keys, .codec = wt_codecs()};
    if (s.filter && s.out && (s.printer || !how->format)) {
        if (s.printer)
            wt_printer_needs(s.printer, &o);
        wt_session *session = wt_filter_needs(s.filter, &o) ? wt_session_new(&o) : NULL;
        if (session)
            shown = all_frames(&s, session);
        wt_session_free(session);
    }
    wt_printer_free(s.printer);
    int proto = layer ? wt_protocol_find(layer) : -1;
    size_t size = 0;
    const char *text = s.out ? wt_out_memory(s.out, &size) : NULL;
    if (text && proto >= 0)
        one_layer(p, text, text + size, wt_protocol_get((uint32_t)proto)->title, print.picture);
    else if (text)
        put_lines(p, text, size);
    wt_out_free(s.out);
    wt_filter_free(s.filter);
    return shown;
}
