/* info_text.c - what a survey found, as a page. */
#include <string.h>

#include "cmd/info.h"
#include "print/clock.h"
#include "print/escape.h"
#include "tell/amounts.h"

enum { LABEL = 14, CELL = 64, COLUMNS = 8, MOST_POINTS = 64 };

/* ---- pieces ----------------------------------------------------------------------------- */

static void style(const info *i, wt_out *o, const char *code) {
    if (i->color) {
        wt_out_s(o, "\x1b[");
        wt_out_s(o, code);
        wt_out_c(o, 'm');
    }
}

static void label(const info *i, wt_out *o, const char *text) {
    wt_out_s(o, "  ");
    style(i, o, "2");
    wt_out_s(o, text);
    style(i, o, "0");
    wt_out_spaces(o, LABEL - 2 - (unsigned)strlen(text));
}

static void amount(wt_out *o, uint64_t n, const char *one, const char *many) {
    wt_put_grouped(wt_out_room(o, 40), n);
    wt_out_c(o, ' ');
    wt_out_s(o, n == 1 ? one : many);
}

static void said(wt_out *o, const wt_survey_text *t) {
    size_t n = strlen(t->text);
    while (n && n < t->length && ((unsigned char)t->text[n - 1] & 0x80))
        n--;                               /* a character that was cut */
    wt_escape(o, WT_ESC_TERMINAL, t->text, n);
    wt_out_s(o, n < t->length ? "…" : "");
}

/* Words, wrapped, from column `from` on. */
static void wrapped(const info *i, wt_out *o, const char *text, size_t n, unsigned from) {
    unsigned column = from;
    for (size_t at = 0; at < n;) {
        size_t word = 0;
        while (at + word < n && text[at + word] != ' ')
            word++;
        unsigned wide = wt_columns(text + at, word);
        if (column > from && column + 1 + wide > i->width) {
            wt_out_c(o, '\n');
            wt_out_spaces(o, from);
            column = from;
        } else if (column > from) {
            wt_out_c(o, ' ');
            column++;
        }
        wt_out_n(o, text + at, word);
        column += wide;
        at += word + 1;
    }
    wt_out_c(o, '\n');
}

static void words_of(const info *i, wt_out *o, wt_out *words) {
    size_t n;
    const char *text = wt_out_memory(words, &n);
    wrapped(i, o, text, n, LABEL);
}

/* ---- the file --------------------------------------------------------------------------- */

static void format(const info *i, wt_out *o) {
    const wt_survey *s = &i->survey;
    const char *form = wt_reader_format(s->in), *packed = wt_reader_compression(s->in), *order = wt_survey_order(s);
    label(i, o, "Format");
    wt_out_s(o, form);
    if (strcmp(form, "pcap") == 0)
        wt_out_s(o, wt_survey_ticks(s, 0) == 1000000000 ? " with nanoseconds" : " with microseconds");
    if (s->section_count == 1)
        order = s->sections[0].big_endian ? "big-endian" : "little-endian";
    if (*order) {
        wt_out_s(o, ", ");
        wt_out_s(o, order);
    }
    if (s->section_count > 1) {
        wt_out_s(o, ", ");
        amount(o, s->section_count, "section", "sections");
    }
    if (*packed) {
        wt_out_s(o, ", compressed with ");
        wt_out_s(o, packed);
    }
    if (i->size) {
        wt_out_s(o, "; ");
        amount(o, i->size, "byte", "bytes");
    }
    wt_out_c(o, '\n');
}

static bool same_writer(const wt_survey_section *a, const wt_survey_section *b) {
    return strcmp(a->program.text, b->program.text) == 0 && strcmp(a->system.text, b->system.text) == 0 &&
           strcmp(a->hardware.text, b->hardware.text) == 0;
}

/* Who wrote a section; sections of one file are mostly of one program, which is said once. */
static void written_by(const info *i, wt_out *o, wt_out *words) {
    const wt_survey *s = &i->survey;
    uint32_t count = s->section_count < WT_SURVEY_SECTIONS ? s->section_count : WT_SURVEY_SECTIONS;
    for (uint32_t n = 0; n < count; n++) {
        const wt_survey_section *c = &s->sections[n];
        const wt_survey_text *parts[] = {&c->program, &c->system, &c->hardware};
        size_t length = 0;
        wt_out_clear(words);
        for (int k = 0; k < 3; k++) {
            if (!parts[k]->length)
                continue;
            wt_out_s(words, length ? ", " : "");
            said(words, parts[k]);
            wt_out_memory(words, &length);
        }
        if (!length || (n && same_writer(c, c - 1)))
            continue;
        label(i, o, "Written by");
        words_of(i, o, words);
    }
}

static void amounts(const info *i, wt_out *o) {
    const wt_survey *s = &i->survey;
    label(i, o, "Frames");
    wt_put_grouped(wt_out_room(o, 40), s->frames);
    wt_out_s(o, ", ");
    amount(o, s->bytes, "byte", "bytes");
    if (s->kept != s->bytes) {
        wt_out_s(o, " on the wire, ");
        wt_put_grouped(wt_out_room(o, 40), s->kept);
        wt_out_s(o, " of them captured");
    }
    wt_out_c(o, '\n');
    if (s->first_ns == INT64_MIN)
        return;
    label(i, o, "Time");
    wt_put_date_time(wt_out_room(o, 64), s->first_ns);
    wt_out_s(o, s->last_ns > s->first_ns ? " UTC, for " : " UTC");
    if (s->last_ns > s->first_ns)
        wt_put_duration(wt_out_room(o, 64), s->last_ns - s->first_ns);
    wt_out_c(o, '\n');
}

static void extras(const info *i, wt_out *o, wt_out *words) {
    const wt_survey *s = &i->survey;
    if (s->comments || s->other_comments) {
        label(i, o, "Comments");
        if (s->comments)
            amount(o, s->comments, "on a frame", "on frames");
        wt_out_s(o, s->comments && s->other_comments ? ", " : "");
        if (s->other_comments)
            amount(o, s->other_comments, "that is on no frame", "that are on no frame");
        wt_out_c(o, '\n');
        for (uint64_t n = 0; n < s->other_comments && n < WT_SURVEY_COMMENTS; n++) {
            wt_out_clear(words);
            said(words, &s->said[n]);
            wt_out_spaces(o, LABEL);
            words_of(i, o, words);
        }
    }
    if (s->names) {
        label(i, o, "Names");
        amount(o, s->names, "address has names (-N n shows them)", "addresses have names (-N n shows them)");
        wt_out_c(o, '\n');
    }
    if (s->key_logs || s->other_secrets) {
        label(i, o, "Secrets");
        amount(o, s->key_logs + s->other_secrets, "block: who has the file can read what it opens",
               "blocks: who has the file can read what they open");
        wt_out_c(o, '\n');
    }
}

/* ---- interfaces ------------------------------------------------------------------------- */

static const char *const titles[COLUMNS] = {"No", "Interface", "Link", "Keeps", "Clock", "Frames", "Bytes", "Dropped"};
static const bool right[COLUMNS] = {[0] = true, [3] = true, [4] = true, [5] = true, [6] = true, [7] = true};

typedef struct row {
    char text[COLUMNS][CELL];
    uint32_t len[COLUMNS];
} row;

static void link_cell(wt_text *t, uint32_t linktype) {
    const char *name;
    info_link(linktype, &name);
    wt_put_s(t, name ? name : "type ");
    if (!name)
        wt_put_u(t, linktype);
}

/* The finest time that its clock can tell. */
static void clock_cell(wt_text *t, uint64_t ticks) {
    static const char *const units[] = {" s", " ms", " µs", " ns"};
    uint64_t scale = 1;
    unsigned unit = 0;
    for (; unit < 3 && scale < ticks; unit++)
        scale *= 1000;
    if (ticks == 0 || ticks > 1000000000)
        wt_put_s(t, "below 1 ns");
    else
        wt_put_u(t, scale / ticks ? scale / ticks : 1);
    wt_put_s(t, ticks == 0 || ticks > 1000000000 ? "" : units[unit]);
}

static void name_cell(wt_text *t, const wt_interface *p, wt_out *scratch) {
    size_t n;
    wt_out_clear(scratch);
    wt_escape_s(scratch, WT_ESC_TERMINAL, p->name[0] ? p->name : p->description);
    const char *text = wt_out_memory(scratch, &n);
    enum { MOST = 24 };
    bool cut = n > MOST;
    for (n = cut ? MOST : n; cut && n && ((unsigned char)text[n] & 0xc0) == 0x80;)
        n--;
    wt_put_n(t, text, n);
    wt_put_s(t, cut ? "…" : "");
}

static void fill(row *r, const info *i, uint32_t n, wt_out *scratch) {
    const wt_survey *s = &i->survey;
    const wt_survey_point *p = &s->points[n];
    const wt_interface *about = wt_reader_interface(s->in, n);
    for (int k = 0; k < COLUMNS; k++) {
        wt_text t = {r->text[k], 0, CELL, false};
        switch (k) {
        case 0: wt_put_u(&t, n); break;
        case 1: name_cell(&t, about, scratch); break;
        case 2: link_cell(&t, about->linktype); break;
        case 3:
            if (about->snaplen && about->snaplen < 262144)
                wt_put_grouped(&t, about->snaplen);
            else
                wt_put_s(&t, "all");
            break;
        case 4: clock_cell(&t, wt_survey_ticks(s, n)); break;
        case 5: wt_put_grouped(&t, p->frames); break;
        case 6: wt_put_grouped(&t, p->bytes); break;
        default:
            if (p->counted || p->dropped_before)
                wt_put_grouped(&t, p->counted ? p->dropped_interface + p->dropped_system : p->dropped_before);
            else
                wt_put_s(&t, "not said");
            break;
        }
        r->len[k] = wt_columns(t.p, t.len);
        r->text[k][t.len < CELL ? t.len : CELL - 1] = 0;
    }
}

static void cells(wt_out *o, const row *r, const unsigned *width) {
    for (int k = 0; k < COLUMNS; k++) {
        unsigned gap = width[k] > r->len[k] ? width[k] - r->len[k] : 0;
        wt_out_s(o, "  ");
        if (right[k])
            wt_out_spaces(o, gap);
        wt_out_s(o, r->text[k]);
        if (!right[k])
            wt_out_spaces(o, gap);
    }
    wt_out_c(o, '\n');
}

/* Two passes: how wide the columns are, then the table. */
static void interfaces(const info *i, wt_out *o, wt_out *scratch) {
    const wt_survey *s = &i->survey;
    unsigned width[COLUMNS];
    uint32_t count = s->point_count < MOST_POINTS ? s->point_count : MOST_POINTS;
    row head, r;
    for (int k = 0; k < COLUMNS; k++) {
        width[k] = head.len[k] = (unsigned)strlen(titles[k]);
        memcpy(head.text[k], titles[k], width[k] + 1);
    }
    for (uint32_t n = 0; n < count; n++) {
        fill(&r, i, n, scratch);
        for (int k = 0; k < COLUMNS; k++)
            width[k] = r.len[k] > width[k] ? r.len[k] : width[k];
    }
    wt_out_s(o, count ? "\n" : "");
    style(i, o, "1");
    if (count)
        cells(o, &head, width);
    style(i, o, "0");
    for (uint32_t n = 0; n < count; n++) {
        fill(&r, i, n, scratch);
        cells(o, &r, width);
        if (s->points[n].filter.length) {
            wt_out_spaces(o, 4 + width[0]);
            wt_out_s(o, "heard only: ");
            said(o, &s->points[n].filter);
            wt_out_c(o, '\n');
        }
    }
    if (count < s->point_count) {
        wt_out_s(o, "  and ");
        amount(o, s->point_count - count, "more", "more");
        wt_out_c(o, '\n');
    }
}

/* ---- what is wrong ---------------------------------------------------------------------- */

typedef struct wrongs {
    const info *i;
    wt_out *to, *words;
    unsigned count;
} wrongs;

static wt_out *begin(wrongs *w) {
    wt_out_clear(w->words);
    return w->words;
}

static void end(wrongs *w) {
    size_t n;
    const char *text = wt_out_memory(w->words, &n);
    if (!w->count++) {
        wt_out_c(w->to, '\n');
        style(w->i, w->to, "1");
        wt_out_s(w->to, "What is wrong\n");
        style(w->i, w->to, "0");
    }
    wt_out_s(w->to, "  ");
    style(w->i, w->to, "31");
    wt_out_s(w->to, "✗ ");
    style(w->i, w->to, "0");
    wrapped(w->i, w->to, text, n, 4);
}

static void broken(wrongs *w) {
    const wt_problem *p = w->i->problem;
    if (!p->text[0])
        return;
    wt_out *o = begin(w);
    if (p->text[0] >= 'a' && p->text[0] <= 'z')
        wt_out_c(o, (char)(p->text[0] - 'a' + 'A'));
    wt_escape_s(o, WT_ESC_TERMINAL, p->text + (p->text[0] >= 'a' && p->text[0] <= 'z'));
    wt_out_s(o, ". ");
    wt_out_s(o, p->hint);
    end(w);
}

static void lost(wrongs *w) {
    const wt_survey *s = &w->i->survey;
    uint64_t system = 0, card = 0, before = 0;
    for (uint32_t n = 0; n < s->point_count; n++) {
        const wt_survey_point *p = &s->points[n];
        system += p->dropped_system;
        card += p->dropped_interface;
        before += p->counted ? 0 : p->dropped_before;
    }
    if (!(system + card + before))
        return;
    wt_out *o = begin(w);
    amount(o, system + card + before, "packet was", "packets were");
    wt_out_s(o, " lost while capturing");
    if (system || card) {
        wt_out_s(o, " (");
        wt_put_grouped(wt_out_room(o, 40), card);
        wt_out_s(o, " by the interface, ");
        wt_put_grouped(wt_out_room(o, 40), system);
        wt_out_s(o, " by the system)");
    }
    wt_out_s(o, ": what is missing may have been on the wire.");
    end(w);
}

static void cut_frames(wrongs *w) {
    const wt_survey *s = &w->i->survey;
    if (!s->cut)
        return;
    wt_out *o = begin(w);
    amount(o, s->cut, "frame is cut:", "frames are cut:");
    wt_out_c(o, ' ');
    amount(o, s->bytes - s->kept, "byte was", "bytes were");
    wt_out_s(o, " on the wire that the file has not. Capturing with -s 0 keeps all.");
    end(w);
}

static void disorder(wrongs *w) {
    const wt_survey *s = &w->i->survey;
    wt_out *o = begin(w);
    if (s->early) {
        amount(o, s->early, "frame is", "frames are");
        wt_out_s(o, " earlier than the one before, first frame ");
        wt_out_u(o, s->early_frame);
        wt_out_s(o, ", by ");
        wt_put_duration(wt_out_room(o, 40), s->early_ns);
        wt_out_s(o, " at most: what looks like an answer may be a question.");
        end(w);
    }
    o = begin(w);
    if (s->untimed) {
        amount(o, s->untimed, "frame has", "frames have");
        wt_out_s(o, " no time.");
        end(w);
    }
    o = begin(w);
    if (s->first_ns != INT64_MIN && s->first_ns < INT64_C(315532800) * 1000000000) {
        wt_out_s(o,
                 "The first frame is from before 1980: the clock was not set, or only differences of times are meant.");
        end(w);
    }
}

static void unknown(wrongs *w) {
    const wt_survey *s = &w->i->survey;
    for (uint32_t n = 0; n < s->link_count; n++) {
        const char *name;
        if (info_link(s->links[n].type, &name) && !s->links[n].others)
            continue;
        wt_out *o = begin(w);
        amount(o, s->links[n].count, "frame has", "frames have");
        wt_out_s(o, " link type ");
        wt_out_u(o, s->links[n].type);
        if (name) {
            wt_out_s(o, " (");
            wt_out_s(o, name);
            wt_out_c(o, ')');
        }
        wt_out_s(o, s->links[n].others ? " and others: where wiretale does not read one, only bytes are shown."
                                       : ", which wiretale does not read: only their bytes are shown.");
        end(w);
    }
    for (uint32_t n = 0; n < s->type_count; n++) {
        wt_out *o = begin(w);
        amount(o, s->types[n].count, "block has", "blocks have");
        wt_out_s(o, " a type that wiretale does not know (0x");
        wt_out_x(o, s->types[n].type, 8);
        wt_out_s(o, s->types[n].others ? " and others): skipped." : "): skipped.");
        end(w);
    }
    if (s->custom) {
        wt_out *o = begin(w);
        amount(o, s->custom, "block is", "blocks are");
        wt_out_s(o, " of somebody's own format, not read, and not among the frames above; "
                    "`wiretale read` and Wireshark give them frames' numbers.");
        end(w);
    }
}

void info_text(const info *i, wt_out *o) {
    wt_out *words = wt_out_new(-1);
    if (!words)
        return;
    style(i, o, "1");
    wt_escape_s(o, WT_ESC_TERMINAL, i->name);
    style(i, o, "0");
    wt_out_c(o, '\n');
    format(i, o);
    written_by(i, o, words);
    amounts(i, o);
    extras(i, o, words);
    interfaces(i, o, words);
    wrongs w = {i, o, words, 0};
    broken(&w);
    lost(&w);
    cut_frames(&w);
    disorder(&w);
    unknown(&w);
    wt_out_s(o, w.count ? "" : "\nNothing wrong was found.\n");
    wt_out_free(words);
}
