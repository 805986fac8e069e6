/* result.c - all results as JSON. */
#include "lab/guide.h"

#include <inttypes.h>
#include <stdlib.h>

#include "lab/json.h"
#include "lab/schema.h"
#include "lab/wire.h"

/* With the seed's values filled in. */
static void expression(const guide *g, FILE *to, const char *name, const char *value) {
    char *filled = vary_fill(&g->vary, value ? value : "");
    json_named(to, name, filled);
    free(filled);
}

static void options(const guide *g, FILE *to, const lab_question *q) {
    fputs(", \"options\": [", to);
    for (unsigned i = 0; i < q->options_count; i++) {
        fputs(i ? ", {" : "{", to);
        json_named(to, "key", q->options[i].key);
        fputs(", ", to);
        expression(g, to, "expression", q->kind == LAB_ORDER ? q->options[i].rank : q->options[i].when);
        fputc('}', to);
    }
    fputc(']', to);
}

static void one(const guide *g, FILE *to, const guide_result *r) {
    const lab_question *q = r->question;
    json_named(to, "id", q->id);
    fputs(", ", to);
    json_named(to, "step", r->step->id);
    fputs(", ", to);
    json_named(to, "kind", lab_kind_name(q->kind));
    fprintf(to, ", \"prediction\": %s, \"verdict\": \"%s\", ", r->prediction ? "true" : "false",
            verdict_names[r->verdict]);
    json_named(to, "answer", r->answer);
    fputs(", ", to);
    json_named(to, "truth", r->truth);
    fputs(", \"frames\": [", to);
    for (unsigned k = 0; k < r->frames.count; k++)
        fprintf(to, "%s%" PRIu64, k ? ", " : "", r->frames.frames[k]);
    fputs("], ", to);
    json_named(to, "at", q->at);
    fputs(", ", to);
    expression(g, to, "expression", q->truth);
    options(g, to, q);
}

static void cables(const guide *g, FILE *to) {
    wire_told t;
    unsigned n = 0;
    fputs("\"cables\": [", to);
    for (const char *next = g->wires; (next = wire_hear(next, &t)) != NULL;) {
        fputs(n++ ? ", {" : "{", to);
        json_named(to, "from", t.from);
        fputs(", ", to);
        json_named(to, "to", t.to);
        fprintf(to, ", \"frames\": %" PRIu64 ", \"lost\": %" PRIu64 ", \"named\": %" PRIu64 ", \"no_room\": %" PRIu64
                ", \"overtook\": %" PRIu64 ", \"late_ms\": %.3f}", t.frames, t.lost, t.chosen, t.no_room, t.overtook,
                (double)t.late_ns / 1e6);
    }
    fputs("],\n", to);
}

void guide_json(const guide *g, FILE *to) {
    fputc('{', to);
    json_named(to, "lab", g->lab->id);
    fprintf(to,
            ", \"seed\": %" PRIu64 ", \"frames\": %" PRIu64 ", \"dropped\": %" PRIu64
            ", \"right\": %u, \"asked\": %u,\n",
            g->vary.seed, g->frames, g->dropped, guide_right(g), guide_asked(g));
    cables(g, to);
    fputs("\"questions\": [", to);
    for (unsigned i = 0; i < g->result_count; i++) {
        fputs(i ? ",\n {" : "\n {", to);
        one(g, to, &g->results[i]);
        fputc('}', to);
    }
    fputs("]}\n", to);
}
