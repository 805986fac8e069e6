/* story_print.c - the story on a terminal, wrapped, with a bar for each phase; and as JSON. */
#include "print/escape.h"
#include "tell/ladder.h"
#include "tell/story.h"

enum { BAR = 36, INDENT = 2, DEEP = 4, BEFORE_BAR = DEEP + 9 + 9 + 2, EVIDENCE = 96 };

typedef struct page {
    const wt_story *s;
    wt_out *out;
    const wt_print_options *options;
    unsigned width, used;
} page;

static void style(const page *p, const char *code) {
    if (p->options->color) {
        wt_out_s(p->out, "\033[");
        wt_out_s(p->out, code);
        wt_out_c(p->out, 'm');
    }
}

static void new_line(page *p, unsigned indent) {
    wt_out_c(p->out, '\n');
    wt_out_spaces(p->out, indent);
    p->used = indent;
}

/* Words, wrapped; a line goes on at `indent`. */
static void words(page *p, const char *text, uint32_t n, unsigned indent) {
    uint32_t at = 0;
    while (at < n) {
        uint32_t end = at;
        while (end < n && text[end] != ' ')
            end++;
        unsigned columns = wt_columns(text + at, end - at);
        if (p->used > indent && p->used + columns + (at > 0) > p->width)
            new_line(p, indent);
        else if (at > 0) {
            wt_out_c(p->out, ' ');
            p->used++;
        }
        wt_out_n(p->out, text + at, end - at);
        p->used += columns;
        at = end + 1;
    }
}

/* " (frames 3, 4, 5)" */
static void frames(page *p, const wt_sentence *x, unsigned indent) {
    char buffer[200];
    wt_text t = {buffer, 0, sizeof buffer, false};
    if (!x->frames)
        return;
    wt_put_s(&t, x->frames > 1 ? "(frames " : "(frame ");
    for (uint32_t i = 0; i < x->frames; i++) {
        wt_put_s(&t, i ? ", " : "");
        wt_put_u(&t, x->frame[i]);
    }
    wt_put_s(&t, ").");
    style(p, "38;5;245");
    if (p->used + 1 + t.len > p->width)
        new_line(p, indent);
    else
        wt_out_c(p->out, ' ');
    p->used += 1;
    words(p, t.p, t.len, indent);
    style(p, "0");
}

static void sentence(page *p, const wt_sentence *x) {
    const char *mark = x->wrong == WT_WRONG_NOTHING ? p->options->ascii ? "- " : "· " : p->options->ascii ? "! " : "✗ ";
    wt_out_spaces(p->out, INDENT);
    if (x->wrong)
        style(p, "1;38;5;160");
    wt_out_s(p->out, mark);
    if (x->wrong)
        style(p, "0");
    p->used = INDENT + 2;
    words(p, p->s->words + x->text, x->text_len, DEEP);
    if (!x->frames)
        wt_out_c(p->out, '.');
    frames(p, x, DEEP);
    wt_out_c(p->out, '\n');
    if (!x->why_len)
        return;
    wt_out_spaces(p->out, DEEP);
    style(p, "38;5;172");
    wt_out_s(p->out, "Likely:");
    style(p, "0");
    wt_out_c(p->out, ' ');
    p->used = DEEP + 8;
    words(p, p->s->words + x->why, x->why_len, DEEP);
    wt_out_s(p->out, ".\n");
}

/* ---- phases ----------------------------------------------------------------------------- */

static void bar(page *p, int64_t ns, int64_t most, unsigned room) {
    static const char *const parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    uint64_t eighths = most > 0 ? (uint64_t)((double)ns / (double)most * room * 8 + 0.5) : 0;
    eighths = ns > 0 && !eighths ? 1 : eighths;
    style(p, "38;5;32");
    if (p->options->ascii) {
        wt_out_repeat(p->out, "#", (unsigned)((eighths + 7) / 8));
    } else {
        wt_out_repeat(p->out, "█", (unsigned)(eighths / 8));
        wt_out_s(p->out, parts[eighths % 8]);
    }
    style(p, "0");
    wt_out_spaces(p->out, room + 1 - (unsigned)((eighths + 7) / 8));
}

/* "frames 62–1159, of 50 requests" */
static void evidence(const page *p, const wt_chapter *c, int i, wt_text *t) {
    wt_put_s(t, "frames ");
    wt_put_u(t, c->phase[i].from);
    wt_put_s(t, p->options->ascii ? "-" : "–");
    wt_put_u(t, c->phase[i].to);
    if (i >= WT_PHASE_WAIT && c->requests > 1) {
        wt_put_s(t, ", of ");
        wt_put_u(t, c->requests);
        wt_put_s(t, " requests");
    }
}

static void phase(page *p, const wt_chapter *c, int i, int64_t most, unsigned room) {
    const wt_span *x = &c->phase[i];
    wt_out_spaces(p->out, DEEP);
    wt_out_s(p->out, wt_phase_name(i));
    wt_out_spaces(p->out, 9 - (unsigned)strlen(wt_phase_name(i)));
    char buffer[40];
    wt_text t = {buffer, 0, sizeof buffer, false};
    wt_put_duration(&t, x->ns);
    unsigned columns = wt_columns(t.p, t.len);
    wt_out_spaces(p->out, columns < 9 ? 9 - columns : 0);
    wt_out_n(p->out, t.p, t.len);
    wt_out_spaces(p->out, 2);
    bar(p, x->ns, most, room);
    style(p, "38;5;245");
    evidence(p, c, i, wt_out_room(p->out, EVIDENCE));
    style(p, "0");
    wt_out_c(p->out, '\n');
}

static bool is_told(const wt_span *x) { return x->from && x->to > x->from && x->ns > 0; }

static void phases(page *p, const wt_chapter *c) {
    int64_t most = 0;
    unsigned count = 0, longest = 0;
    for (int i = 0; i < WT_PHASES; i++)
        if (is_told(&c->phase[i])) {
            char words[EVIDENCE];
            wt_text t = {words, 0, sizeof words, false};
            evidence(p, c, i, &t);
            longest = wt_columns(words, t.len) > longest ? wt_columns(words, t.len) : longest;
            most = c->phase[i].ns > most ? c->phase[i].ns : most;
            count++;
        }
    if (count < 2 || !most)
        return;
    unsigned beside = BEFORE_BAR + 1 + longest, room = p->width > beside + BAR ? BAR
                                                       : p->width > beside + 4 ? p->width - beside
                                                       : 4;
    for (int i = 0; i < WT_PHASES; i++)
        if (is_told(&c->phase[i]))
            phase(p, c, i, most, room);
}

/* ---- all of it -------------------------------------------------------------------------- */

static void summary(page *p) {
    const wt_story *s = p->s;
    char buffer[600];
    wt_text t = {buffer, 0, sizeof buffer, false};
    uint32_t tcp = 0;
    for (uint32_t i = 0; i < s->tale->talk_count; i++)
        tcp += s->tale->talks[i].transport == s->tale->tcp;
    wt_put_grouped(&t, s->tale->frames);
    wt_put_s(&t, s->tale->frames == 1 ? " frame" : " frames");
    if (s->tale->first.ns != INT64_MIN && s->tale->last.ns >= s->tale->first.ns && s->tale->frames > 1) {
        wt_put_s(&t, " in ");
        wt_put_duration(&t, wt_lapse(s->tale->first.ns, s->tale->last.ns));
    }
    if (tcp) {
        wt_put_s(&t, ", ");
        wt_put_grouped(&t, tcp);
        wt_put_s(&t, tcp == 1 ? " TCP connection" : " TCP connections");
    }
    wt_put_s(&t, ". ");
    if (s->wrong) {
        wt_put_grouped(&t, s->wrong);
        wt_put_s(&t, s->wrong == 1 ? " thing went wrong:" : " things went wrong:");
    } else {
        wt_put_s(&t, "Nothing wrong was found.");
    }
    for (uint32_t i = 0, told = 0; i < s->count && s->wrong; i++) {
        const wt_sentence *x = &s->sentences[i];
        if (!x->wrong)
            continue;
        if (told++ == 8) {
            wt_put_s(&t, ", …");
            break;
        }
        wt_put_s(&t, told > 1 ? ", " : " ");
        wt_put_s(&t, wt_wrong_name(x->wrong));
        if (x->frames) {
            wt_put_s(&t, " (frame ");
            wt_put_u(&t, x->frame[x->frames - 1]);
            wt_put_c(&t, ')');
        }
    }
    wt_put_s(&t, s->wrong ? "." : "");
    if (s->chosen)
        wt_put_s(&t, " Only the chosen frames are told of.");
    style(p, "1");
    p->used = 0;
    words(p, t.p, t.len, 0);
    style(p, "0");
    wt_out_c(p->out, '\n');
}

static void left_out(page *p, uint64_t n, const char *what) {
    if (!n)
        return;
    wt_text *t = wt_out_room(p->out, 300);
    wt_put_c(t, '\n');
    wt_put_grouped(t, n);
    wt_put_c(t, ' ');
    wt_put_s(t, what);
    wt_put_c(t, '\n');
}

void wt_story_text(const wt_story *s, wt_out *out, const wt_print_options *options) {
    if (options->ascii)
        wt_out_ascii(out);
    page p = {.s = s, .out = out, .options = options, .width = options->width < 60 ? 60 : (unsigned)options->width};
    p.width = p.width > 110 ? 110 : p.width;
    summary(&p);
    for (uint32_t i = 0; i < s->chapter_count; i++) {
        const wt_chapter *c = &s->chapters[i];
        wt_out_c(out, '\n');
        style(&p, "1;38;5;32");
        p.used = 0;
        words(&p, s->words + c->title, c->title_len, 0);
        style(&p, "0");
        wt_out_c(out, '\n');
        for (uint32_t k = 0; k < c->count; k++)
            sentence(&p, &s->sentences[c->first + k]);
        phases(&p, c);
    }
    left_out(&p, s->folded, "further connections went well and are not told: --all tells them, -Y FILTER chooses.");
    left_out(&p, s->tale->left_out,
             "later frames are not told (limit tale-events, docs/limits.md): -Y FILTER chooses.");
    left_out(&p, s->tale->talks_left_out,
             "frames of further conversations are not told (limit tale-talks, docs/limits.md).");
}

/* ---- JSON ------------------------------------------------------------------------------- */

static void string(wt_out *o, const char *p, size_t n) {
    wt_out_c(o, '"');
    wt_escape(o, WT_ESC_JSON, p, n);
    wt_out_c(o, '"');
}

static void json_sentence(const wt_story *s, wt_out *o, const wt_sentence *x) {
    wt_out_s(o, "{\"text\": ");
    string(o, s->words + x->text, x->text_len);
    wt_out_s(o, ", \"frames\": [");
    for (uint32_t i = 0; i < x->frames; i++) {
        wt_out_s(o, i ? ", " : "");
        wt_out_u(o, x->frame[i]);
    }
    wt_out_c(o, ']');
    if (x->wrong) {
        wt_out_s(o, ", \"wrong\": ");
        string(o, wt_wrong_name(x->wrong), strlen(wt_wrong_name(x->wrong)));
    }
    if (x->why_len) {
        wt_out_s(o, ", \"likely\": ");
        string(o, s->words + x->why, x->why_len);
    }
    wt_out_c(o, '}');
}

static void json_chapter(const wt_story *s, wt_out *o, const wt_chapter *c) {
    wt_out_s(o, "\n  {\"title\": ");
    string(o, s->words + c->title, c->title_len);
    if (c->talk != WT_NO) {
        wt_out_s(o, ", \"tcp.stream\": ");
        wt_out_u(o, s->tale->talks[c->talk].number);
        wt_out_s(o, ", \"phases\": {");
        for (int i = 0, told = 0; i < WT_PHASES; i++) {
            const wt_span *x = &c->phase[i];
            if (!is_told(x))
                continue;
            wt_out_s(o, told++ ? ", " : "");
            string(o, wt_phase_name(i), strlen(wt_phase_name(i)));
            wt_out_s(o, ": {\"seconds\": ");
            wt_put_seconds(wt_out_room(o, 40), x->ns, 9);
            wt_out_s(o, ", \"from\": ");
            wt_out_u(o, x->from);
            wt_out_s(o, ", \"to\": ");
            wt_out_u(o, x->to);
            wt_out_c(o, '}');
        }
        wt_out_s(o, "}, \"requests\": ");
        wt_out_u(o, c->requests);
    }
    wt_out_s(o, ", \"sentences\": [");
    for (uint32_t k = 0; k < c->count; k++) {
        wt_out_s(o, k ? ",\n    " : "\n    ");
        json_sentence(s, o, &s->sentences[c->first + k]);
    }
    wt_out_s(o, "]}");
}

void wt_story_json(const wt_story *s, wt_out *out) {
    wt_out_s(out, "{\"frames\": ");
    wt_out_u(out, s->tale->frames);
    wt_out_s(out, ", \"wrong\": ");
    wt_out_u(out, s->wrong);
    wt_out_s(out, ", \"chapters\": [");
    for (uint32_t i = 0; i < s->chapter_count; i++) {
        wt_out_s(out, i ? "," : "");
        json_chapter(s, out, &s->chapters[i]);
    }
    wt_out_s(out, "],\n \"folded_connections\": ");
    wt_out_u(out, s->folded);
    wt_out_s(out, ", \"left_out_frames\": ");
    wt_out_u(out, s->tale->left_out + s->tale->talks_left_out);
    wt_out_s(out, "}\n");
}
