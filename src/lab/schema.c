/* schema.c - the form of lab.yaml: one const table per mapping.  The only file that includes libcyaml. */
#include "lab/schema.h"

#include <cyaml/cyaml.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST = 16384, MOST = 64 };

#define OPT CYAML_FLAG_OPTIONAL
#define TEXT(key, type, member) CYAML_FIELD_STRING_PTR(key, CYAML_FLAG_POINTER, type, member, 1, LONGEST)
#define MAYBE(key, type, member) CYAML_FIELD_STRING_PTR(key, CYAML_FLAG_POINTER | OPT, type, member, 0, LONGEST)
#define NUMBER(key, type, member) CYAML_FIELD_UINT(key, OPT, type, member)
#define YES(key, type, member) CYAML_FIELD_BOOL(key, OPT, type, member)
#define LIST(key, type, member, entry) \
    CYAML_FIELD_SEQUENCE(key, CYAML_FLAG_POINTER | OPT, type, member, &entry, 0, MOST)
#define SOME(key, type, member, entry) CYAML_FIELD_SEQUENCE(key, CYAML_FLAG_POINTER, type, member, &entry, 1, MOST)
#define MAPPING(name, type, fields) \
    static const cyaml_schema_value_t name = {CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, type, fields)}

static const cyaml_schema_value_t line = {CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 0, LONGEST)};

static const cyaml_schema_field_t vary_fields[] = {
    TEXT("name", lab_vary, name), CYAML_FIELD_INT("from", OPT, lab_vary, from),
    CYAML_FIELD_INT("to", OPT, lab_vary, to), LIST("one_of", lab_vary, one_of, line), CYAML_FIELD_END};
MAPPING(vary, lab_vary, vary_fields);

static const cyaml_schema_field_t neighbour_fields[] = {
    TEXT("address", lab_neighbour, address), TEXT("mac", lab_neighbour, mac), CYAML_FIELD_END};
MAPPING(neighbour, lab_neighbour, neighbour_fields);

static const cyaml_schema_field_t host_fields[] = {
    TEXT("name", lab_host, name), MAYBE("gateway", lab_host, gateway), YES("router", lab_host, router),
    LIST("sysctl", lab_host, sysctl, line), LIST("neighbours", lab_host, neighbours, neighbour),
    LIST("setup", lab_host, setup, line), CYAML_FIELD_END};
MAPPING(host, lab_host, host_fields);

static const cyaml_schema_field_t end_fields[] = {
    TEXT("at", lab_end, at), TEXT("as", lab_end, as), MAYBE("address", lab_end, address), CYAML_FIELD_END};
static const cyaml_schema_field_t pick_fields[] = {
    TEXT("frames", lab_pick, frames), TEXT("which", lab_pick, which), CYAML_FIELD_END};
MAPPING(pick, lab_pick, pick_fields);
static const cyaml_schema_field_t wire_fields[] = {
    MAYBE("from", lab_wire, from), LIST("in", lab_wire, in, line), MAYBE("delay", lab_wire, delay),
    MAYBE("jitter", lab_wire, jitter), MAYBE("loss", lab_wire, loss), MAYBE("reorder", lab_wire, reorder),
    MAYBE("rate", lab_wire, rate), MAYBE("queue", lab_wire, queue), LIST("lose", lab_wire, lose, pick),
    LIST("hurry", lab_wire, hurry, pick), CYAML_FIELD_END};
MAPPING(wire, lab_wire, wire_fields);
static const cyaml_schema_field_t link_fields[] = {
    CYAML_FIELD_MAPPING("a", CYAML_FLAG_DEFAULT, lab_link, a, end_fields),
    CYAML_FIELD_MAPPING("b", CYAML_FLAG_DEFAULT, lab_link, b, end_fields), LIST("wire", lab_link, wire, wire),
    CYAML_FIELD_END};
MAPPING(cable, lab_link, link_fields);

static const cyaml_schema_field_t point_fields[] = {
    TEXT("name", lab_point, name), TEXT("at", lab_point, at), TEXT("as", lab_point, as),
    MAYBE("about", lab_point, about), CYAML_FIELD_END};
MAPPING(point, lab_point, point_fields);

static const cyaml_schema_field_t ready_fields[] = {
    MAYBE("tcp", lab_ready, tcp), MAYBE("udp", lab_ready, udp), MAYBE("file", lab_ready, file),
    MAYBE("prints", lab_ready, prints), CYAML_FIELD_END};
static const cyaml_schema_field_t action_fields[] = {
    MAYBE("on", lab_action, on), MAYBE("run", lab_action, run), MAYBE("name", lab_action, name),
    MAYBE("stop", lab_action, stop), MAYBE("say", lab_action, say), YES("fails", lab_action, fails),
    YES("hidden", lab_action, hidden), NUMBER("within", lab_action, within),
    CYAML_FIELD_MAPPING("ready", OPT, lab_action, ready, ready_fields), CYAML_FIELD_END};
MAPPING(action, lab_action, action_fields);

static const cyaml_schema_field_t head_fields[] = {
    TEXT("name", lab_head, name), MAYBE("is", lab_head, is), MAYBE("value", lab_head, value),
    CYAML_FIELD_FLOAT("x", OPT, lab_head, x), NUMBER("digits", lab_head, digits), CYAML_FIELD_END};
MAPPING(head, lab_head, head_fields);
static const cyaml_schema_field_t table_fields[] = {
    TEXT("name", lab_table, name), TEXT("title", lab_table, title), MAYBE("value", lab_table, value),
    MAYBE("axis", lab_table, axis), MAYBE("less", lab_table, less), NUMBER("digits", lab_table, digits),
    SOME("rows", lab_table, rows, head), SOME("columns", lab_table, columns, head), CYAML_FIELD_END};
MAPPING(table, lab_table, table_fields);

static const cyaml_schema_field_t show_fields[] = {
    MAYBE("filter", lab_show, filter), MAYBE("at", lab_show, at), MAYBE("as", lab_show, as),
    MAYBE("say", lab_show, say), MAYBE("in", lab_show, in), MAYBE("layer", lab_show, layer),
    MAYBE("table", lab_show, table), CYAML_FIELD_END};
MAPPING(show, lab_show, show_fields);

static const cyaml_schema_field_t note_fields[] = {
    TEXT("frames", lab_note, frames), TEXT("say", lab_note, say), CYAML_FIELD_END};
MAPPING(note, lab_note, note_fields);

static const cyaml_strval_t kinds[] = {
    {"number", LAB_NUMBER}, {"choice", LAB_CHOICE}, {"text", LAB_TEXT}, {"order", LAB_ORDER}, {"frame", LAB_FRAME}};
static const cyaml_schema_field_t option_fields[] = {
    TEXT("key", lab_option, key), TEXT("text", lab_option, text), MAYBE("when", lab_option, when),
    MAYBE("rank", lab_option, rank), CYAML_FIELD_END};
MAPPING(option, lab_option, option_fields);
static const cyaml_schema_field_t mistake_fields[] = {
    TEXT("is", lab_mistake, is), TEXT("say", lab_mistake, say), CYAML_FIELD_END};
MAPPING(mistake, lab_mistake, mistake_fields);
static const cyaml_schema_field_t question_fields[] = {
    TEXT("id", lab_question, id),
    CYAML_FIELD_ENUM("kind", CYAML_FLAG_STRICT, lab_question, kind, kinds, CYAML_ARRAY_LEN(kinds)),
    NUMBER("goal", lab_question, goal), TEXT("ask", lab_question, ask), MAYBE("at", lab_question, at),
    MAYBE("unit", lab_question, unit), MAYBE("truth", lab_question, truth), MAYBE("tolerance", lab_question, tolerance),
    TEXT("because", lab_question, because), YES("hex", lab_question, hex),
    LIST("options", lab_question, options, option), LIST("mistakes", lab_question, mistakes, mistake),
    LIST("hints", lab_question, hints, line), CYAML_FIELD_END};
MAPPING(question, lab_question, question_fields);

static const cyaml_schema_field_t step_fields[] = {
    TEXT("id", lab_step, id), TEXT("title", lab_step, title), MAYBE("say", lab_step, say),
    LIST("predict", lab_step, predict, question), LIST("do", lab_step, act, action), MAYBE("wait", lab_step, wait),
    NUMBER("within", lab_step, within), LIST("show", lab_step, show, show), LIST("ask", lab_step, ask, question),
    LIST("notes", lab_step, notes, note), YES("optional", lab_step, optional), CYAML_FIELD_END};
MAPPING(step, lab_step, step_fields);

static const cyaml_schema_field_t file_fields[] = {
    TEXT("title", lab_file, title), TEXT("question", lab_file, question), TEXT("claim", lab_file, claim),
    MAYBE("picture", lab_file, picture), MAYBE("prose", lab_file, prose), MAYBE("back", lab_file, back),
    MAYBE("transfer", lab_file, transfer), NUMBER("minutes", lab_file, minutes),
    NUMBER("optional_minutes", lab_file, optional_minutes), SOME("goals", lab_file, goals, line),
    LIST("after", lab_file, after, line), LIST("needs", lab_file, needs, line), LIST("recap", lab_file, recap, line),
    LIST("vary", lab_file, vary, vary), SOME("hosts", lab_file, hosts, host),
    LIST("switches", lab_file, switches, line), SOME("links", lab_file, links, cable),
    SOME("points", lab_file, points, point), LIST("programs", lab_file, programs, action),
    SOME("steps", lab_file, steps, step), LIST("tables", lab_file, tables, table), CYAML_FIELD_END};
static const cyaml_schema_value_t file = {CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, lab_file, file_fields)};

/* ---- reading ---------------------------------------------------------------------------- */

/* The first message says what, the first of the backtrace says where. */
typedef struct complaint {
    char what[160], where[160];
} complaint;

static void listen(cyaml_log_t level, void *user, const char *format, va_list args) {
    complaint *c = user;
    char text[160];
    (void)level;
    vsnprintf(text, sizeof text, format, args);
    text[strcspn(text, "\n")] = 0;
    if (strncmp(text, "Load: ", 6) == 0)
        memmove(text, text + 6, strlen(text + 6) + 1);
    if (strncmp(text, "Backtrace", 9) == 0)
        return;
    const char *said = text + strspn(text, " ");
    if (!c->what[0])
        snprintf(c->what, sizeof c->what, "%s", said);
    else if (!c->where[0])
        snprintf(c->where, sizeof c->where, "%s", said);
}

static cyaml_config_t config_for(complaint *c) {
    return (cyaml_config_t){.log_fn = listen, .log_ctx = c, .mem_fn = cyaml_mem, .log_level = CYAML_LOG_ERROR};
}

lab_file *lab_schema_load(const char *path, wt_problem *problem) {
    complaint c = {.what = ""};
    cyaml_config_t config = config_for(&c);
    cyaml_data_t *data = NULL;
    cyaml_err_t got = cyaml_load_file(path, &config, &file, &data, NULL);
    if (got == CYAML_OK && data)
        return data;
    snprintf(problem->text, sizeof problem->text, "%.80s: %.80s %.80s", path, c.what[0] ? c.what : cyaml_strerror(got),
             c.where);
    snprintf(problem->hint, sizeof problem->hint, "docs/labs.md lists the keys.");
    return NULL;
}

void lab_schema_free(lab_file *f) {
    complaint c = {.what = ""};
    cyaml_config_t config = config_for(&c);
    cyaml_free(&config, &file, f, 0);
}

const char *lab_kind_name(enum lab_kind kind) {
    for (size_t i = 0; i < CYAML_ARRAY_LEN(kinds); i++)
        if (kinds[i].val == (int64_t)kind)
            return kinds[i].str;
    return "";
}
