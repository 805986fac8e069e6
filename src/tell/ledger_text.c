/* ledger_text.c - the byte ledger on a terminal: tables and stacked bars. */
#include "print/escape.h"
#include "tell/ledger.h"

enum { CELL = 128, NUMBER = 13, SHARE = 8, TITLE = 27, WHY_AT = 70, WHY_FROM = 120 };

typedef struct page {
    const wt_ledger *l;
    const wt_ledger_print *how;
    wt_out *out;
    wt_out *scratch;
} page;

/* ---- pieces of lines -------------------------------------------------------------------- */

static const char *const colors[WT_GROUPS] = {"38;5;60", "38;5;67", "38;5;74", "38;5;30", "38;5;133",
                                              "38;5;167", "38;5;178", "38;5;70", "38;5;245"};

static void style(const page *p, const char *code) {
    if (!p->how->color)
        return;
    wt_out_s(p->out, "\033[");
    wt_out_s(p->out, code);
    wt_out_c(p->out, 'm');
}

/* What a group's part of a bar is made of: a colour, or where there is none, a pattern. */
static const char *mark(const page *p, unsigned group) {
    static const char *const patterns[WT_GROUPS] = {"░", "▒", "▓", "▚", "╱", "▌", "┼", "█", "·"};
    static const char *const letters[WT_GROUPS] = {".", ":", "+", "T", "o", "H", "F", "#", "?"};
    return p->how->ascii ? letters[group] : p->how->color ? "█" : patterns[group];
}

static void right(const page *p, const char *text, uint32_t len, unsigned width) {
    unsigned w = wt_columns(text, len);
    wt_out_spaces(p->out, w < width ? width - w : 0);
    wt_out_n(p->out, text, len);
}

static void number(const page *p, uint64_t v, unsigned width) {
    char text[32];
    wt_text t = {text, 0, sizeof text, false};
    wt_put_grouped(&t, v);
    right(p, text, t.len, width);
}

/* 12.3 % */
static void share(const page *p, uint64_t part, uint64_t all, unsigned width) {
    char text[32];
    wt_text t = {text, 0, sizeof text, false};
    uint64_t tenths = all ? (part * 1000 + all / 2) / all : 0;
    if (part && !tenths) {
        wt_put_s(&t, "<0.1 %");
    } else {
        wt_put_u(&t, tenths / 10);
        wt_put_c(&t, '.');
        wt_put_c(&t, (char)('0' + tenths % 10));
        wt_put_s(&t, " %");
    }
    right(p, text, t.len, width);
}

/* A text in so many columns, cut with a mark where it is too long. */
static void cell(const page *p, const char *text, size_t len, unsigned width) {
    unsigned w = wt_columns(text, len), all = w;
    while (w > width - (all > width)) {
        do
            len--;
        while (len && ((unsigned char)text[len] & 0xc0) == 0x80);
        w = wt_columns(text, len);
    }
    wt_out_write(p->out, text, len);
    if (all > width) {
        wt_out_s(p->out, p->how->ascii ? "~" : "…");
        w++;
    }
    wt_out_spaces(p->out, width > w ? width - w : 0);
}

/* Groups side by side in `width` columns; what is there at all gets one at least, the largest gives them. */
static void stacked(const page *p, const uint64_t groups[WT_GROUPS], unsigned width) {
    uint64_t all = 0, seen = 0;
    unsigned cells[WT_GROUPS], used = 0, largest = 0;
    for (unsigned g = 0; g < WT_GROUPS; g++)
        all += groups[g];
    for (unsigned g = 0; g < WT_GROUPS; g++) {
        seen += groups[g];
        unsigned upto = all ? (unsigned)(seen * width / all) : 0;
        cells[g] = groups[g] && upto <= used ? 1 : upto > used ? upto - used : 0;
        used += cells[g];
        if (cells[g] > cells[largest])
            largest = g;
    }
    cells[largest] -= used > width ? used - width : 0;
    for (unsigned g = 0; g < WT_GROUPS; g++) {
        if (!cells[g])
            continue;
        style(p, colors[g]);
        wt_out_repeat(p->out, mark(p, g), cells[g]);
        style(p, "0");
    }
}

/* ---- the head --------------------------------------------------------------------------- */

static void legend(const page *p, const uint64_t groups[WT_GROUPS]) {
    unsigned at = 0;
    for (unsigned g = 0; g < WT_GROUPS; g++) {
        const char *name = wt_ledger_group_name((enum wt_ledger_group)g);
        unsigned w = 3 + (unsigned)strlen(name) + SHARE;
        if (!groups[g])
            continue;
        if (at && at + w > p->how->width) {
            wt_out_c(p->out, '\n');
            at = 0;
        }
        wt_out_s(p->out, "  ");
        style(p, colors[g]);
        wt_out_s(p->out, p->how->color && !p->how->ascii ? "■" : mark(p, g));
        style(p, "0");
        wt_out_c(p->out, ' ');
        wt_out_s(p->out, name);
        wt_out_c(p->out, ' ');
        share(p, groups[g], p->l->bytes, 0);
        at += w;
    }
    wt_out_s(p->out, "\n\n");
}

static void head(const page *p) {
    uint64_t groups[WT_GROUPS] = {0};
    wt_ledger_groups(p->l, groups);
    style(p, "1");
    wt_out_s(p->out, p->how->title);
    style(p, "0");
    wt_out_s(p->out, ": ");
    number(p, p->l->frames, 0);
    wt_out_s(p->out, p->l->frames == 1 ? " frame, " : " frames, ");
    number(p, p->l->bytes, 0);
    wt_out_s(p->out, p->l->bytes == 1 ? " byte on the wire" : " bytes on the wire");
    if (p->l->captured < p->l->bytes) {
        wt_out_s(p->out, ", ");
        number(p, p->l->captured, 0);
        wt_out_s(p->out, " of them captured");
    }
    wt_out_s(p->out, "\n\n  ");
    stacked(p, groups, p->how->width - 4);
    wt_out_c(p->out, '\n');
    legend(p, groups);
}

/* ---- by layer --------------------------------------------------------------------------- */

static void rule(const page *p, unsigned width) {
    wt_out_s(p->out, "  ");
    style(p, "2");
    wt_out_repeat(p->out, p->how->ascii ? "-" : "─", width);
    style(p, "0");
    wt_out_c(p->out, '\n');
}

/* Eighths of a column, so that small ones differ. */
static void bar(const page *p, unsigned group, uint64_t part, uint64_t most, unsigned width) {
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    uint64_t n = most ? part * width * 8 / most : 0;
    style(p, colors[group]);
    if (p->how->ascii) {
        wt_out_repeat(p->out, "#", n ? (unsigned)((n + 4) / 8) : 0);
        n = (n + 4) / 8 * 8;
    } else {
        wt_out_repeat(p->out, "█", (unsigned)(n / 8));
        wt_out_s(p->out, eighths[part && !n ? 1 : n % 8]);
        n += part && !n;
    }
    style(p, "0");
    if (p->how->width >= WHY_FROM)
        wt_out_spaces(p->out, width - (unsigned)((n + 7) / 8));
}

static void line_of_layer(const page *p, const wt_ledger_line *is, unsigned line, uint64_t sum, uint64_t most) {
    bool wide = p->how->width >= WHY_FROM;
    const char *title = is->title ? is->title : wt_protocol_get(line - WT_USES)->title;
    const char *why = is->why ? is->why : wt_protocol_get(line - WT_USES)->why;
    wt_out_s(p->out, "  ");
    cell(p, title, strlen(title), TITLE);
    number(p, sum, NUMBER);
    share(p, sum, p->l->bytes, SHARE);
    wt_out_s(p->out, "  ");
    unsigned room = wide ? 16 : p->how->width - TITLE - NUMBER - SHARE - 4;
    bar(p, is->group, sum, most, room);
    if (wide) {
        wt_out_s(p->out, "  ");
        style(p, "2");
        unsigned columns = wt_columns(why, strlen(why)), left = p->how->width - WHY_AT;
        cell(p, why, strlen(why), columns < left ? columns : left);
        style(p, "0");
    }
    wt_out_c(p->out, '\n');
}

/* What compression saved, where there was any. */
static void expanded(const page *p, unsigned line, const char *title) {
    uint64_t wire = wt_ledger_sum(p->l, line), plain = wt_ledger_expanded(p->l, line);
    if (wire == plain)
        return;
    wt_out_s(p->out, "  ");
    wt_out_s(p->out, title);
    wt_out_s(p->out, ": ");
    number(p, wire, 0);
    wt_out_s(p->out, " bytes stand for ");
    number(p, plain, 0);
    if (wire && plain > wire) {
        wt_out_s(p->out, p->how->ascii ? " (x" : " (×");
        wt_out_u(p->out, plain / wire);
        wt_out_c(p->out, '.');
        wt_out_u(p->out, plain * 10 / wire % 10);
        wt_out_u(p->out, plain * 100 / wire % 10);
        wt_out_c(p->out, ')');
    }
    wt_out_c(p->out, '\n');
}

static void by_layer(const page *p) {
    const wt_ledger_line *is;
    uint64_t most = 0, sum;
    unsigned line;
    for (unsigned n = 0; wt_ledger_listed(n, &line); n++)
        if ((sum = wt_ledger_sum(p->l, line)) > most)
            most = sum;
    style(p, "2");
    wt_out_s(p->out, "  ");
    cell(p, "What they are", 13, TITLE);
    right(p, "Bytes", 5, NUMBER);
    right(p, "Share", 5, SHARE);
    style(p, "0");
    wt_out_c(p->out, '\n');
    for (unsigned n = 0; (is = wt_ledger_listed(n, &line)); n++)
        if ((sum = wt_ledger_sum(p->l, line)))
            line_of_layer(p, is, line, sum, most);
    rule(p, TITLE + NUMBER + SHARE);
    wt_out_s(p->out, "  ");
    style(p, "1");
    cell(p, "All", 3, TITLE);
    number(p, p->l->bytes, NUMBER);
    style(p, "0");
    share(p, p->l->bytes, p->l->bytes, SHARE);
    wt_out_c(p->out, '\n');
    if (wt_ledger_sum(p->l, WT_USE_HPACK) != wt_ledger_expanded(p->l, WT_USE_HPACK) ||
        wt_ledger_sum(p->l, WT_USE_CONTENT) != wt_ledger_expanded(p->l, WT_USE_CONTENT))
        wt_out_c(p->out, '\n');
    expanded(p, WT_USE_HPACK, "HTTP/2 header fields");
    expanded(p, WT_USE_CONTENT, "Content");
}

/* ---- by connection ---------------------------------------------------------------------- */

static void ends(const page *p, const wt_ledger_row *row, char *text, uint32_t *len) {
    wt_text t = {text, 0, CELL, false};
    if (row == &p->l->none) {
        wt_put_s(&t, "frames of no conversation");
    } else if (row == &p->l->further) {
        wt_put_s(&t, "further conversations (docs/limits.md, ledger)");
    } else {
        wt_put_endpoint(&t, &row->end[0]);
        wt_put_s(&t, p->how->ascii ? " > " : " → ");
        wt_put_endpoint(&t, &row->end[1]);
    }
    *len = t.len;
}

static void by_connection(const page *p) {
    const wt_ledger_row *row;
    char name[32], text[CELL];
    uint32_t len;
    wt_text t = {name, 0, sizeof name, false};
    for (uint32_t n = 0; (row = wt_ledger_row_at(p->l, &n, &t)); n++, t.len = 0) {
        uint64_t groups[WT_GROUPS] = {0}, all = wt_ledger_row_sum(row);
        bool plain = row == &p->l->none || row == &p->l->further;
        wt_ledger_row_groups(row, groups);
        ends(p, row, text, &len);
        wt_out_s(p->out, "  ");
        style(p, "1");
        cell(p, plain ? "" : name, plain ? 0 : t.len, 8);
        style(p, "0");
        wt_out_s(p->out, "  ");
        cell(p, text, len, p->how->width - 46);
        number(p, row->side[0].frames + row->side[1].frames, 8);
        wt_out_s(p->out, " frames");
        number(p, all, NUMBER);
        wt_out_s(p->out, " bytes\n            ");
        stacked(p, groups, p->how->width - 34);
        share(p, groups[WT_GROUP_CONTENT], all, SHARE);
        wt_out_s(p->out, " content");
        wt_out_s(p->out, "\n");
    }
}

/* ---- by message ------------------------------------------------------------------------- */

static unsigned column(const page *p) { return p->how->width < 100 ? 9 : 11; }

static unsigned label_width(const page *p) { return p->how->width - 10 - 5 * column(p); }

static void message(const page *p, const wt_ledger_message *m, bool further) {
    char name[40];
    wt_text t = {name, 0, sizeof name, false};
    size_t len;
    wt_ledger_part both = wt_ledger_both(m);
    uint64_t plain = both.heads_plain + both.framing + both.content_plain, all = wt_ledger_part_sum(&both);
    if (further) {
        wt_put_s(&t, "further");
    } else {
        wt_put_s(&t, m->transport == WT_P_UDP ? "udp " : "tcp ");
        wt_put_u(&t, m->flow);
    }
    wt_out_s(p->out, "  ");
    cell(p, name, t.len, 8);
    wt_out_clear(p->scratch);
    if (!further && m->proto == WT_P_WEBSOCKET)
        wt_out_s(p->scratch, p->how->ascii ? m->dir ? "< " : "> " : m->dir ? "← " : "→ ");
    if (further)
        wt_out_s(p->scratch, "messages (docs/limits.md, messages-told)");
    else
        wt_ledger_put_label(p->scratch, WT_ESC_TERMINAL, m, p->how->ascii ? " > " : " → ");
    const char *label = wt_out_memory(p->scratch, &len);
    cell(p, label, len, label_width(p));
    number(p, both.heads, column(p));
    number(p, both.framing, column(p));
    number(p, both.content, column(p));
    style(p, "1");
    number(p, all, column(p));
    style(p, "0");
    if (plain != all)
        number(p, plain, column(p));
    wt_out_c(p->out, '\n');
}

static void by_message(const page *p) {
    static const char *const titles[] = {"Heads", "Framing", "Content", "All", "Expanded"};
    if (!p->l->message_count) {
        wt_out_s(p->out, "  There is no message that wiretale tells apart (HTTP, WebSocket, DNS).\n");
        return;
    }
    style(p, "2");
    wt_out_s(p->out, "  ");
    cell(p, "Stream", 6, 8);
    cell(p, "Message", 7, label_width(p));
    for (int i = 0; i < 5; i++)
        right(p, titles[i], (uint32_t)strlen(titles[i]), column(p));
    style(p, "0");
    wt_out_c(p->out, '\n');
    for (uint32_t i = 0; i < p->l->message_count; i++)
        message(p, &p->l->messages[i], false);
    if (p->l->further_message_claims)
        message(p, &p->l->further_messages, true);
}

/* Tables need some room: lines of a narrower terminal are longer than it. */
enum { NARROWEST = 72 };

void wt_ledger_text(const wt_ledger *l, const wt_ledger_print *asked) {
    wt_ledger_print wide = *asked, *how = &wide;
    wide.width = asked->width < NARROWEST ? NARROWEST : asked->width;
    page p = {l, how, how->out, wt_out_new(-1)};
    if (!p.scratch)
        return;
    head(&p);
    if (how->by == WT_BY_LAYER)
        by_layer(&p);
    else if (how->by == WT_BY_CONNECTION)
        by_connection(&p);
    else
        by_message(&p);
    if (l->outside) {
        wt_out_s(p.out, "\n  ");
        number(&p, l->outside, 0);
        wt_out_s(p.out, " bytes of these messages came in frames that were not chosen: they are not counted.\n");
    }
    wt_out_free(p.scratch);
}
