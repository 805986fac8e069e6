/* ladder_forms.c - the ladder as Mermaid's text, as JSON, and in sentences. */
#include "print/escape.h"
#include "tell/ladder.h"

/* ---- Mermaid ---------------------------------------------------------------------------- */

/* Its syntax gives a meaning to a few characters: those become entities, as it reads them. */
static void mermaid_text(wt_out *o, const char *p, size_t n) {
    for (size_t i = 0; i < n; i++)
        switch (p[i]) {
        case ';': wt_out_s(o, "#59;"); break;
        case '#': wt_out_s(o, "#35;"); break;
        case '<': wt_out_s(o, "#lt;"); break;
        case '>': wt_out_s(o, "#gt;"); break;
        case '%': wt_out_s(o, "#37;"); break;
        case '{': wt_out_s(o, "#123;"); break;
        case '}': wt_out_s(o, "#125;"); break;
        default: wt_out_c(o, p[i]); break;
        }
}

/* A line for each message. */
static void mermaid_lines(wt_out *o, const char *p, uint32_t n) {
    while (n) {
        uint32_t end = wt_ladder_message(p, n);
        mermaid_text(o, p, end);
        wt_out_s(o, end < n ? "<br/>" : "");
        end = end < n ? end + 2 : end;
        p += end;
        n -= end;
    }
}

static void mermaid_step(const wt_ladder *l, wt_out *out, const wt_step *s) {
    if (s->kind == WT_STEP_FOLD) {
        wt_out_s(out, "    Note over H0: ");
        wt_out_u(out, s->count);
        wt_out_s(out, " messages folded (--all shows them)\n");
        return;
    }
    const char *arrow = s->kind != WT_STEP_ARROW ? "--x" : s->look == WT_LOOK_AGAIN ? "-->>" : "->>";
    const char *tag = wt_ladder_tag(l, s);
    wt_out_s(out, "    H");
    wt_out_u(out, s->from);
    wt_out_s(out, arrow);
    wt_out_c(out, 'H');
    wt_out_u(out, s->to);
    wt_out_s(out, ": ");
    if (s->kind != WT_STEP_MISSING) {
        wt_out_u(out, s->frame);
        wt_out_s(out, ". ");
    }
    wt_out_s(out, tag);
    wt_out_s(out, *tag ? " " : "");
    mermaid_lines(out, l->text + s->text, s->text_len);
    wt_out_c(out, '\n');
}

static void left_out_note(const wt_ladder *l, wt_out *out) { wt_ladder_left_out(l, out, "    %% ", "\n"); }

void wt_ladder_mermaid(const wt_ladder *l, wt_out *out) {
    wt_out_s(out, "sequenceDiagram\n");
    for (uint32_t i = 0; i < l->columns; i++) {
        char one[128], two[128];
        wt_text address = {one, 0, sizeof one, false}, name = {two, 0, sizeof two, false};
        wt_ladder_head(l, i, &address, &name);
        wt_out_s(out, "    participant H");
        wt_out_u(out, i);
        wt_out_s(out, " as ");
        mermaid_text(out, address.p, address.len);
        if (name.len) {
            wt_out_s(out, "<br/>");
            mermaid_text(out, name.p, name.len);
        }
        wt_out_c(out, '\n');
    }
    for (uint32_t i = 0; i < l->count; i++)
        mermaid_step(l, out, &l->steps[i]);
    left_out_note(l, out);
}

/* ---- JSON ------------------------------------------------------------------------------- */

static void key(wt_out *o, const char *name) {
    wt_out_s(o, ", \"");
    wt_out_s(o, name);
    wt_out_s(o, "\": ");
}

static void string(wt_out *o, const char *p, size_t n) {
    wt_out_c(o, '"');
    wt_escape(o, WT_ESC_JSON, p, n);
    wt_out_c(o, '"');
}

static void seconds(const wt_ladder *l, wt_out *o, const char *name, int64_t ns) {
    if (ns == INT64_MIN)
        return;
    key(o, name);
    wt_put_seconds(wt_out_room(o, 40), wt_lapse(l->first_ns, ns), 9);
}

static void json_points(const wt_ladder *l, wt_out *o, const wt_event *e) {
    key(o, "seen_at");
    wt_out_s(o, "[{\"point\": ");
    wt_out_u(o, e->point);
    key(o, "frame");
    wt_out_u(o, e->frame);
    wt_out_c(o, '}');
    for (uint32_t i = e->sight; i != WT_NO; i = l->tale->sights[i].next) {
        const wt_sight *g = &l->tale->sights[i];
        wt_out_s(o, ", {\"point\": ");
        wt_out_u(o, g->point);
        key(o, "frame");
        wt_out_u(o, g->frame);
        seconds(l, o, "time", g->ns);
        wt_out_c(o, '}');
    }
    wt_out_c(o, ']');
}

static void json_step(const wt_ladder *l, wt_out *o, const wt_step *s) {
    static const char *const kinds[] = {"arrow", "lost", "missing", "fold"};
    static const char *const levels[] = {"tcp", "tls", "app"};
    const wt_event *e = &l->tale->events[s->event];
    const char *tag = wt_ladder_tag(l, s);
    wt_out_s(o, "{\"kind\": \"");
    wt_out_s(o, kinds[s->kind]);
    wt_out_s(o, "\", \"frame\": ");
    wt_out_u(o, s->frame);
    key(o, "last_frame");
    wt_out_u(o, s->last_frame);
    key(o, s->kind == WT_STEP_FOLD ? "messages" : "frames");
    wt_out_u(o, s->count);
    seconds(l, o, "time", s->ns);
    seconds(l, o, "last_time", s->last_ns);
    if (s->kind != WT_STEP_FOLD) {
        key(o, "from");
        wt_out_u(o, s->from);
        key(o, "to");
        wt_out_u(o, s->to);
        key(o, "level");
        string(o, levels[e->level], 3);
        if (s->talk != WT_NO) {
            const wt_talk *k = &l->tale->talks[s->talk];
            key(o, k->transport == l->tale->tcp ? "tcp.stream" : "udp.stream");
            wt_out_u(o, k->number);
        }
        if (*tag) {
            key(o, "protocol");
            string(o, tag, strlen(tag));
        }
        key(o, "text");
        string(o, l->text + s->text, s->text_len);
        if (e->ack_frame && s->count == 1) {
            key(o, "acknowledged_in");
            wt_out_u(o, e->ack_frame);
        }
        if (e->sight != WT_NO)
            json_points(l, o, e);
    }
    wt_out_c(o, '}');
}

void wt_ladder_json(const wt_ladder *l, wt_out *out) {
    wt_out_s(out, "{\"hosts\": [");
    for (uint32_t i = 0; i < l->columns; i++) {
        char one[128], two[128];
        wt_text address = {one, 0, sizeof one, false}, name = {two, 0, sizeof two, false};
        wt_ladder_head(l, i, &address, &name);
        wt_out_s(out, i ? ",\n  {\"address\": " : "\n  {\"address\": ");
        string(out, address.p, address.len);
        if (name.len) {
            key(out, "name");
            string(out, name.p, name.len);
        }
        wt_out_c(out, '}');
    }
    wt_out_s(out, "],\n \"steps\": [");
    for (uint32_t i = 0; i < l->count; i++) {
        wt_out_s(out, i ? ",\n  " : "\n  ");
        json_step(l, out, &l->steps[i]);
    }
    wt_out_s(out, "],\n \"folded\": ");
    wt_out_u(out, l->folded);
    key(out, "left_out_frames");
    wt_out_u(out, l->tale->left_out);
    wt_out_s(out, "}\n");
}

/* ---- prose ------------------------------------------------------------------------------ */

/* By its name, if it has one: the first sentence told both. */
static void prose_host(const wt_ladder *l, wt_out *o, uint32_t column) {
    char one[128], two[128];
    wt_text address = {one, 0, sizeof one, false}, name = {two, 0, sizeof two, false};
    wt_ladder_head(l, column, &address, &name);
    if (name.len)
        wt_out_n(o, name.p, name.len);
    else
        wt_out_n(o, address.p, address.len);
}

static void prose_time(const wt_ladder *l, wt_out *o, uint32_t i) {
    const wt_step *s = &l->steps[i];
    if (!i || s->ns == INT64_MIN)
        return;
    wt_out_s(o, ", ");
    wt_put_duration(wt_out_room(o, 40), wt_lapse(l->steps[i - 1].ns, s->ns));
    wt_out_s(o, " later");
}

static void prose_step(const wt_ladder *l, wt_out *o, uint32_t i) {
    const wt_step *s = &l->steps[i];
    const char *tag = wt_ladder_tag(l, s);
    if (s->kind == WT_STEP_FOLD) {
        wt_out_u(o, s->count);
        wt_out_s(o, " messages, from frame ");
        wt_out_u(o, s->frame);
        wt_out_s(o, " to frame ");
        wt_out_u(o, s->last_frame);
        wt_out_s(o, ", are left out here; --all tells them.\n");
        return;
    }
    if (s->kind == WT_STEP_MISSING) {
        wt_out_s(o, "Before that");
    } else {
        wt_out_s(o, s->last_frame != s->frame ? "Frames " : "Frame ");
        wt_out_u(o, s->frame);
        if (s->last_frame != s->frame) {
            wt_out_s(o, " to ");
            wt_out_u(o, s->last_frame);
        }
        prose_time(l, o, i);
    }
    wt_out_s(o, ", ");
    prose_host(l, o, s->from);
    wt_out_s(o, " to ");
    prose_host(l, o, s->to);
    if (l->talks > 1 && s->talk != WT_NO && l->tale->talks[s->talk].transport == l->tale->tcp) {
        wt_out_s(o, " on connection ");
        wt_out_u(o, l->tale->talks[s->talk].number);
    }
    wt_out_s(o, ": ");
    wt_out_s(o, tag);
    wt_out_s(o, *tag ? ": " : "");
    wt_out_n(o, l->text + s->text, s->text_len);
    wt_out_s(o, ".\n");
}

void wt_ladder_prose(const wt_ladder *l, wt_out *out) {
    wt_out_u(out, l->columns);
    wt_out_s(out, l->columns == 1 ? " host takes part: " : " hosts take part: ");
    for (uint32_t i = 0; i < l->columns; i++) {
        char one[128], two[128];
        wt_text address = {one, 0, sizeof one, false}, name = {two, 0, sizeof two, false};
        wt_ladder_head(l, i, &address, &name);
        wt_out_s(out, i ? i + 1 == l->columns ? " and " : ", " : "");
        wt_out_n(out, address.p, address.len);
        if (name.len) {
            wt_out_s(out, ", called ");
            wt_out_n(out, name.p, name.len);
        }
    }
    wt_out_s(out, ".\n");
    for (uint32_t i = 0; i < l->count; i++)
        prose_step(l, out, i);
    wt_ladder_left_out(l, out, "", "\n");
}
