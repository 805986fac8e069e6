/* ledger_svg.c - the byte ledger as a picture: for slides, large and few words.  It follows the reader's dark or
 * light. */
#include <stdio.h>

#include "print/escape.h"
#include "tell/ledger.h"

enum {
    WIDTH = 1280, MARGIN = 40, ROW = 46, TOP = 120, BAR = 28, LABELS = 400, NUMBERS = 170, ROWS_MAX = 40, CELL = 128
};

static const char *const colors[WT_GROUPS] = {"#5f5f87", "#5f87af", "#5fafd7", "#008787", "#af5faf",
                                              "#d75f5f", "#d7af00", "#5faf00", "#8a8a8a"};

typedef struct picture {
    const wt_ledger *l;
    wt_out *out;
    unsigned y;
} picture;

static void put(const picture *p, const char *s) { wt_out_s(p->out, s); }

static void attribute(const picture *p, const char *name, unsigned v) {
    wt_out_c(p->out, ' ');
    put(p, name);
    put(p, "=\"");
    wt_out_u(p->out, v);
    wt_out_c(p->out, '"');
}

static void begin_text(const picture *p, unsigned x, unsigned y, const char *class) {
    put(p, "<text");
    attribute(p, "x", x);
    attribute(p, "y", y);
    if (*class) {
        put(p, " class=\"");
        put(p, class);
        wt_out_c(p->out, '"');
    }
    wt_out_c(p->out, '>');
}

static void text(const picture *p, unsigned x, unsigned y, const char *class, const char *s, size_t n) {
    begin_text(p, x, y, class);
    wt_escape(p->out, WT_ESC_XML, s, n);
    put(p, "</text>\n");
}

static void rect(const picture *p, unsigned x, unsigned y, unsigned w, unsigned h, unsigned group, uint64_t bytes) {
    char words[96];
    wt_text t = {words, 0, sizeof words, false};
    put(p, "<rect");
    attribute(p, "x", x);
    attribute(p, "y", y);
    attribute(p, "width", w);
    attribute(p, "height", h);
    put(p, " fill=\"");
    put(p, colors[group]);
    put(p, "\"><title>");
    wt_put_s(&t, wt_ledger_group_name((enum wt_ledger_group)group));
    wt_put_s(&t, ": ");
    wt_put_grouped(&t, bytes);
    wt_out_n(p->out, words, t.len);
    put(p, " bytes</title></rect>\n");
}

static void stacked(const picture *p, unsigned x, unsigned y, unsigned w, unsigned h,
                    const uint64_t groups[WT_GROUPS]) {
    uint64_t all = 0, seen = 0;
    for (unsigned g = 0; g < WT_GROUPS; g++)
        all += groups[g];
    for (unsigned g = 0; g < WT_GROUPS; g++) {
        unsigned from = all ? (unsigned)(seen * w / all) : 0;
        seen += groups[g];
        unsigned to = all ? (unsigned)(seen * w / all) : 0;
        if (groups[g])
            rect(p, x + from, y, to > from ? to - from : 1, h, g, groups[g]);
    }
}

/* A label, a number of bytes, and behind them whatever the caller draws. */
static void row(picture *p, const char *label, size_t n, uint64_t bytes) {
    char number[32];
    wt_text t = {number, 0, sizeof number, false};
    unsigned w = wt_columns(label, n);
    wt_put_grouped(&t, bytes);
    bool cut = w > 34;
    while (cut && w > 33) {
        do
            n--;
        while (n && ((unsigned char)label[n] & 0xc0) == 0x80);
        w = wt_columns(label, n);
    }
    begin_text(p, MARGIN, p->y + 22, "");
    wt_escape(p->out, WT_ESC_XML, label, n);
    put(p, cut ? "…</text>\n" : "</text>\n");
    text(p, MARGIN + LABELS + NUMBERS - 20, p->y + 22, "n", number, t.len);
}

/* ---- the head --------------------------------------------------------------------------- */

static void legend(picture *p, const uint64_t groups[WT_GROUPS]) {
    unsigned x = MARGIN;
    p->y += 44;
    for (unsigned g = 0; g < WT_GROUPS; g++) {
        char words[64];
        uint64_t share = p->l->bytes ? (groups[g] * 100 + p->l->bytes / 2) / p->l->bytes : 0;
        const char *name = wt_ledger_group_name((enum wt_ledger_group)g);
        int n = snprintf(words, sizeof words, "%s %s%llu %%", name, share ? "" : "<",
                         (unsigned long long)(share ? share : 1));
        unsigned w = 44 + (unsigned)n * 11;
        if (!groups[g])
            continue;
        if (x + w > WIDTH - MARGIN) {
            x = MARGIN;
            p->y += 34;
        }
        rect(p, x, p->y, 20, 20, g, groups[g]);
        text(p, x + 28, p->y + 17, "", words, (size_t)n);
        x += w;
    }
    p->y += 56;
}

static unsigned height(const wt_ledger *l, unsigned rows) {
    (void)l;
    return TOP + 44 + 34 + 56 + 46 + rows * ROW;
}

static void head(picture *p, const wt_ledger_print *how, unsigned rows) {
    uint64_t groups[WT_GROUPS] = {0};
    char words[CELL];
    wt_text t = {words, 0, sizeof words, false};
    unsigned h = height(p->l, rows);
    wt_ledger_groups(p->l, groups);
    put(p, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" style=\"max-width:100%;height:auto\"");
    attribute(p, "width", WIDTH);
    attribute(p, "height", h);
    put(p, " viewBox=\"0 0 ");
    wt_out_u(p->out, WIDTH);
    wt_out_c(p->out, ' ');
    wt_out_u(p->out, h);
    put(p,
        "\">\n<style>svg{background:#fff}"
        "text{font:20px ui-monospace,\"DejaVu Sans Mono\",monospace;font-size:18px;fill:#1a1a1a}"
        ".t{font-size:26px;font-weight:bold}.n{text-anchor:end}"
        "@media(prefers-color-scheme:dark){svg{background:#161616}text{fill:#eee}}</style>\n<title>");
    wt_escape_s(p->out, WT_ESC_XML, how->title);
    put(p, ": what its bytes are for</title>\n");
    wt_put_s(&t, ": ");
    wt_put_grouped(&t, p->l->bytes);
    wt_put_s(&t, " bytes on the wire");
    begin_text(p, MARGIN, 52, "t");
    wt_escape_s(p->out, WT_ESC_XML, how->title);
    wt_out_n(p->out, words, t.len);
    put(p, "</text>\n");
    stacked(p, MARGIN, 76, WIDTH - 2 * MARGIN, 44, groups);
    p->y = TOP - 16;
    legend(p, groups);
}

/* ---- rows ------------------------------------------------------------------------------- */

enum { BARS_AT = MARGIN + LABELS + NUMBERS, BARS = WIDTH - MARGIN - BARS_AT };

static void layers(picture *p) {
    const wt_ledger_line *is;
    uint64_t most = 0, sum;
    unsigned line;
    for (unsigned n = 0; wt_ledger_listed(n, &line); n++)
        if ((sum = wt_ledger_sum(p->l, line)) > most)
            most = sum;
    for (unsigned n = 0; (is = wt_ledger_listed(n, &line)); n++) {
        if (!(sum = wt_ledger_sum(p->l, line)))
            continue;
        const char *title = is->title ? is->title : wt_protocol_get(line - WT_USES)->title;
        unsigned w = (unsigned)(sum * BARS / most);
        row(p, title, strlen(title), sum);
        rect(p, BARS_AT, p->y, w ? w : 1, BAR, is->group, sum);
        p->y += ROW;
    }
}

static unsigned layer_count(const wt_ledger *l) {
    unsigned count = 0, line;
    for (unsigned n = 0; wt_ledger_listed(n, &line); n++)
        count += wt_ledger_sum(l, line) > 0;
    return count;
}

static unsigned row_count(const wt_ledger *l) {
    unsigned count = 0;
    for (uint32_t n = 0; wt_ledger_row_at(l, &n, NULL); n++)
        count++;
    return count;
}

static void more(picture *p, unsigned count, const char *what) {
    char words[CELL];
    if (count <= ROWS_MAX)
        return;
    int n = snprintf(words, sizeof words, "and %u more %s: --stream or -Y chooses", count - ROWS_MAX, what);
    text(p, MARGIN, p->y + 22, "", words, (size_t)n);
}

static void connections(picture *p) {
    const wt_ledger_row *r;
    char words[CELL];
    wt_text t = {words, 0, sizeof words, false};
    unsigned drawn = 0;
    for (uint32_t n = 0; drawn < ROWS_MAX && (r = wt_ledger_row_at(p->l, &n, &t)); n++, drawn++, t.len = 0) {
        uint64_t groups[WT_GROUPS] = {0};
        bool plain = r == &p->l->none || r == &p->l->further;
        wt_ledger_row_groups(r, groups);
        if (!plain) {
            wt_put_s(&t, "  to ");
            wt_put_endpoint(&t, &r->end[1]);
        } else {
            t.len = 0;
            wt_put_s(&t, r == &p->l->none ? "no conversation" : "further conversations");
        }
        row(p, words, t.len, wt_ledger_row_sum(r));
        stacked(p, BARS_AT, p->y, BARS, BAR, groups);
        p->y += ROW;
    }
    more(p, row_count(p->l), "conversations");
}

static void messages(picture *p, wt_out *scratch) {
    for (uint32_t i = 0; i < p->l->message_count && i < ROWS_MAX; i++) {
        const wt_ledger_message *m = &p->l->messages[i];
        wt_ledger_part both = wt_ledger_both(m);
        uint64_t groups[WT_GROUPS] = {[WT_GROUP_HEADS] = both.heads, [WT_GROUP_FRAMING] = both.framing,
                                      [WT_GROUP_CONTENT] = both.content};
        size_t n;
        wt_out_clear(scratch);
        if (m->proto == WT_P_WEBSOCKET)
            wt_out_s(scratch, m->dir ? "← " : "→ ");
        wt_ledger_put_label(scratch, WT_ESC_TERMINAL, m, " → ");
        const char *label = wt_out_memory(scratch, &n);
        row(p, label, n, wt_ledger_part_sum(&both));
        stacked(p, BARS_AT, p->y, BARS, BAR, groups);
        p->y += ROW;
    }
    more(p, p->l->message_count, "messages");
}

void wt_ledger_svg(const wt_ledger *l, const wt_ledger_print *how) {
    picture p = {l, how->out, 0};
    wt_out *scratch = wt_out_new(-1);
    unsigned rows = how->by == WT_BY_LAYER ? layer_count(l)
                    : how->by == WT_BY_CONNECTION ? row_count(l)
                    : l->message_count;
    if (!scratch)
        return;
    head(&p, how, rows > ROWS_MAX && how->by != WT_BY_LAYER ? ROWS_MAX + 1 : rows);
    if (how->by == WT_BY_LAYER)
        layers(&p);
    else if (how->by == WT_BY_CONNECTION)
        connections(&p);
    else
        messages(&p, scratch);
    wt_out_s(p.out, "</svg>\n");
    wt_out_free(scratch);
}
