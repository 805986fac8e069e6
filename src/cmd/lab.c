/* lab.c - wiretale lab: guided labs, from their list to their grade. */
#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <unistd.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/lab.h"
#include "lab/code.h"
#include "lab/skeleton.h"

static const char help[] =
    "Examples\n"
    "  wiretale lab list                       the labs there are\n"
    "  wiretale lab run 00                     a little network appears, programs talk, you are asked\n"
    "  wiretale lab present 02                 the same for a room, on a wall: guesses first, then the truth\n"
    "  wiretale lab run 02 --at 417-3k         where the room is: the code is on the wall\n"
    "  wiretale lab run 02 --recorded          with packets recorded before: needs no rights at all\n"
    "  wiretale lab check out.pcapng --answers mine.txt\n"
    "  wiretale lab hand-in 02 --name Ada      one file for an instructor\n"
    "  wiretale lab grade handed-in/           marks for a folder of such files\n"
    "  wiretale lab doctor 02 04               the day before: a rehearsal of both, go or no go\n"
    "\n"
    "Usage: wiretale lab COMMAND [LAB] [options]     LAB is a number (02), a name or a folder\n"
    "\n"
    "  list                 all labs, with what has been done\n"
    "  map                  which comes before which\n"
    "  show LAB             what it is about, its steps and questions\n"
    "  run LAB              do it; an interrupted lab goes on where it was\n"
    "  step LAB             do it, waiting for Enter before and after every step\n"
    "  present LAB          one idea a screen, for a room; h shows the keys\n"
    "  check FILE|LAB [LAB] grade answers against a capture, or against the one that was kept\n"
    "  hand-in FILE|LAB     write capture, keys, seed and answers into one file, bound together\n"
    "  grade FOLDER [LAB]   mark what was handed in; what was edited, is not whole or was copied is refused, with the reason\n"
    "  sheet LAB [CAPTURE]  on paper, as HTML to print; --key: its answers; --json: the questions as data\n"
    "  plot FILE|LAB [TABLE]  its tables and curves; -o FILE.svg draws those of TABLE as a picture\n"
    "  hint LAB [QUESTION]  the next hint\n"
    "  reset LAB            forget what has been done\n"
    "  doctor [LAB ...|all] what this machine can't do, why, and what fixes it; with LAB: a rehearsal, go or no go\n"
    "  new FOLDER           a skeleton for an author\n"
    "  lint LAB             what a lab.yaml still lacks\n"
    "\n"
    "  --seed N             the same ports, sizes and names again; others for another number\n"
    "  --at CODE            run, present: go to the step of that code (its seed, too); what comes before is made again\n"
    "  --keys FILE          present: keys from a file (> goes on, < back), --rows N high; without a terminal\n"
    "  --answers FILE       no keyboard: answers as lines \"question: answer\"; truth lets the capture answer (for authors)\n"
    "  --json               the result as JSON on standard output\n"
    "  --csv                grade: a table for a spreadsheet (--json has every answer and why it is wrong)\n"
    "  --key, --paper P     sheet: the answers, apart; a4 (default) or letter\n"
    "  --name NAME          hand-in: who you are\n"
    "  --seeds FILE         grade: which seed was given to whom, as lines \"name: seed\" (--seed N: one to all)\n"
    "  --recorded           nothing is run: the recorded capture is gone through\n"
    "  -w FILE              write the capture (pcapng, keys embedded), too; hand-in, sheet, plot: the file to write\n"
    "  --format text|prose  prose is for reading aloud: no drawings, no columns\n"
    "  --color auto|always|never, --width N    as for `wiretale read`\n"
    "\n"
    "No root, no Internet: the network lives in namespaces of its own and vanishes with the program, however it ends.\n"
    "\n"
    "Exit status: 0 all well (check, --answers: all right; grade: none refused); 1 an option that can't be meant, a wrong\n"
    "answer, or one refused; 2 a lab or a capture that can't be read or did not work; 3 a file could not be written; 4 no\n"
    "network can be made here, or doctor says no go.\n";

/* ---- options ---------------------------------------------------------------------------- */

static int number(const char *option, const char *text, uint64_t least, uint64_t most, uint64_t *out) {
    char *end;
    errno = 0;
    *out = strtoull(text, &end, 10);
    if (!errno && end != text && !*end && *text != '-' && *out >= least && *out <= most)
        return 0;
    return say_problem(STATUS_USAGE, NULL, "%s wants a number from %llu to %llu, not %s", option,
                       (unsigned long long)least, (unsigned long long)most, text);
}

static int parse(lab_options *o, int argc, char **argv) {
    enum { SEED = 256, ANSWERS, JSON, RECORDED, FORMAT, COLOR, WIDTH, NAME, SEEDS, CSV, AT, KEYS, ROWS, KEY, PAPER };
    static const struct option longs[] = {
        {"seed", 1, NULL, SEED}, {"answers", 1, NULL, ANSWERS}, {"json", 0, NULL, JSON},
        {"recorded", 0, NULL, RECORDED}, {"name", 1, NULL, NAME}, {"seeds", 1, NULL, SEEDS}, {"csv", 0, NULL, CSV},
        {"at", 1, NULL, AT}, {"keys", 1, NULL, KEYS}, {"rows", 1, NULL, ROWS}, {"key", 0, NULL, KEY},
        {"paper", 1, NULL, PAPER}, {"format", 1, NULL, FORMAT}, {"color", 1, NULL, COLOR}, {"width", 1, NULL, WIDTH},
        {"help", 0, NULL, 'h'}, {NULL, 0, NULL, 0}};
    int c, bad = 0;
    *o = (lab_options){.format = "text", .color = "auto"};
    opterr = 0;
    while (!bad && (c = getopt_long(argc, argv, ":w:o:h", longs, NULL)) != -1) {
        switch (c) {
        case SEED: bad = number("--seed", optarg, 1, 999999999, &o->seed); break;
        case WIDTH: bad = number("--width", optarg, 40, 1000, &o->width); break;
        case ANSWERS: o->answers = optarg; break;
        case JSON: o->json = true; break;
        case RECORDED: o->recorded = true; break;
        case FORMAT: o->format = optarg; break;
        case COLOR: o->color = optarg; break;
        case NAME: o->who = optarg; break;
        case SEEDS: o->seeds = optarg; break;
        case CSV: o->csv = true; break;
        case KEY: o->key = true; break;
        case PAPER: o->paper = optarg; break;
        case AT: o->at = optarg; break;
        case KEYS: o->keys = optarg; break;
        case ROWS: bad = number("--rows", optarg, 1, 1000, &o->rows); break;
        case 'w': o->write = optarg; break;
        case 'o': o->output = optarg; break;
        case 'h': o->command = "help"; return 0;
        case ':': return say_problem(STATUS_USAGE, "wiretale lab --help", "%s needs a value", argv[optind - 1]);
        default: return say_problem(STATUS_USAGE, "wiretale lab --help", "there is no option %s", argv[optind - 1]);
        }
    }
    if (strcmp(o->format, "text") != 0 && strcmp(o->format, "prose") != 0)
        return say_problem(STATUS_USAGE, "--format text or --format prose", "there is no format %s", o->format);
    o->command = optind < argc ? argv[optind++] : "help";
    if (!bad && o->output && strcmp(o->command, "plot") != 0 && strcmp(o->command, "sheet") != 0)
        return say_problem(STATUS_USAGE, "-w FILE writes what other commands write.", "-o belongs to plot and sheet");
    o->operands = argv + optind;
    o->operand_count = optind < argc ? (unsigned)(argc - optind) : 0;
    o->name = o->operand_count > 0 ? o->operands[0] : NULL;
    o->more = o->operand_count > 1 ? o->operands[1] : NULL;
    return bad;
}

static unsigned screen_rows(void) {
    struct winsize w;
    bool known = isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_row > 5;
    return known ? w.ws_row : 24;
}

page lab_command_page(const lab_options *o) {
    struct winsize w;
    const char *no = getenv("NO_COLOR");
    bool screen = isatty(STDOUT_FILENO);
    page p = {.to = o->json ? NULL : stdout, .width = 80, .prose = strcmp(o->format, "prose") == 0};
    if (screen && ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == 0 && w.ws_col)
        p.width = w.ws_col < 100 ? w.ws_col : 100;
    if (o->width)
        p.width = (unsigned)o->width;
    p.color = strcmp(o->color, "always") == 0 || (strcmp(o->color, "auto") == 0 && screen && !(no && *no));
    p.color = p.color && !p.prose;
    return p;
}

int lab_command_open(lab *l, const char *name) {
    wt_problem problem = {.text = "", .hint = ""};
    if (!name)
        return say_problem(STATUS_USAGE, "`wiretale lab list` lists them.", "which lab?");
    if (lab_open(l, name, &problem))
        return 0;
    lab_close(l);
    return say_problem(problem.text[0] && strstr(problem.text, "there is no lab") ? STATUS_USAGE : STATUS_INPUT,
                       problem.hint, "%s",
                       problem.text);
}

/* ---- show, hint, reset, new ------------------------------------------------------- */

/* What a seed will choose has only a name yet: "{port}" is PORT. */
static void say_unfilled(page *p, const char *first, const char *text) {
    char *out = strdup(text ? text : ""), *to = out;
    bool name = false;
    for (const char *from = out; out && *from; from++) {
        if (*from == '{' || *from == '}')
            name = *from == '{';
        else
            *to++ = (char)(name ? toupper((unsigned char)*from) : *from);
    }
    if (out) {
        *to = 0;
        page_say(p, PAGE_PLAIN, first, out);
    }
    free(out);
}

static int show(const lab_options *o) {
    lab l;
    int bad = lab_command_open(&l, o->name);
    if (bad)
        return bad;
    page p = lab_command_page(o);
    const lab_file *f = l.file;
    p.in = stdin;
    p.rows = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) ? screen_rows() : 0;
    page_heading(&p, "Lab %.2s: %.100s (about %u minutes)", l.id, f->title, f->minutes);
    say_unfilled(&p, "", f->question);
    page_gap(&p);
    say_unfilled(&p, "People say: ", f->claim);
    page_gap(&p);
    say_unfilled(&p, "", p.prose || !f->picture ? f->prose : f->picture);
    for (unsigned i = 0; i < f->steps_count; i++) {
        char first[32], title[200];
        snprintf(first, sizeof first, "%s%u. ", i ? "" : "\n", i + 1);
        snprintf(title, sizeof title, "%.180s%s", f->steps[i].title, f->steps[i].optional ? " (optional)" : "");
        page_say(&p, PAGE_PLAIN, first, title);
    }
    char line[600];
    page_gap(&p);
    snprintf(line, sizeof line, "%s/README.md", l.folder);
    page_say(&p, PAGE_PLAIN, "As a chapter: ", line);
    snprintf(line, sizeof line, "wiretale lab run %.2s", l.id);
    page_say(&p, PAGE_PLAIN, "Begin: ", line);
    lab_close(&l);
    return STATUS_OK;
}

static const lab_question *next_question(const lab *l, progress *p, const char *id) {
    if (id)
        return lab_find_question(l, id, NULL);
    for (unsigned i = 0; i < l->file->steps_count; i++)
        for (unsigned q = 0; q < l->file->steps[i].ask_count; q++) {
            const kept_answer *a = progress_find(p, l->file->steps[i].ask[q].id);
            if (!a || a->verdict == VERDICT_NONE)
                return &l->file->steps[i].ask[q];
        }
    return NULL;
}

static int hint(const lab_options *o) {
    lab l;
    progress p;
    vary v;
    int status = lab_command_open(&l, o->name);
    if (status)
        return status;
    progress_load(&p, &l, o->recorded);
    vary_choose(&v, l.file, p.seed ? p.seed : 1);
    const lab_question *q = next_question(&l, &p, o->more);
    kept_answer *a = q ? progress_answer(&p, q->id) : NULL;
    if (!q && o->more) {
        status = say_problem(STATUS_USAGE, "`wiretale lab run` names each question.", "there is no question %s",
                             o->more);
    } else if (!a) {
        puts("Every question has been answered.");
    } else if (a->hints >= q->hints_count) {
        printf("%s: there are no more hints.\n", q->id);
    } else {
        page out = lab_command_page(o);
        char *ask = vary_fill(&v, q->ask), *text = vary_fill(&v, q->hints[a->hints]);
        page_say(&out, PAGE_TITLE, "", ask);
        page_say(&out, PAGE_PLAIN, "Hint: ", text);
        free(ask);
        free(text);
        a->hints++;
        progress_save(&p);
    }
    lab_close(&l);
    return status;
}

static int reset(const lab_options *o) {
    lab l;
    bool there;
    int status = lab_command_open(&l, o->name);
    if (status)
        return status;
    if (!progress_reset(&l, &there))
        status = say_problem(STATUS_OUTPUT, NULL, "what is kept of lab %s can't be removed", l.id);
    else
        printf(there ? "Lab %s begins anew.\n" : "Nothing was kept of lab %s.\n", l.id);
    lab_close(&l);
    return status;
}

static void advise(void *user, const char *text) {
    (void)user;
    printf("%s%s\n", strncmp(text, "README.md", 9) == 0 ? "" : "lab.yaml: ", text);
}

static int lint(const lab_options *o) {
    lab l;
    int status = lab_command_open(&l, o->name);
    if (status)
        return status;
    if (lab_lint(&l, true, advise, NULL))
        status = STATUS_INPUT;
    else
        printf("Lab %s is complete.\n", l.id);
    lab_close(&l);
    return status;
}

static int new(const lab_options *o) {
    wt_problem problem;
    if (!o->name)
        return say_problem(STATUS_USAGE, "wiretale lab new labs/19-dns", "new needs a folder");
    if (!skeleton_write(o->name, &problem))
        return say_problem(STATUS_OUTPUT, problem.hint, "%s", problem.text);
    printf("%s/lab.yaml and README.md are written. Try: wiretale lab run %s%s --answers truth\n", o->name,
           strchr(o->name, '/') ? "" : "./", o->name);
    return STATUS_OK;
}

/* ---- run, step, check ------------------------------------------------------------------- */

static void warn(void *user, const char *text) {
    (void)user;
    fprintf(stderr, "wiretale: lab.yaml: %s\n", text);
}

uint64_t lab_command_seed(void) {
    uint32_t v = 1;
    if (getrandom(&v, sizeof v, 0) < 0)
        v = (uint32_t)getpid();
    return v % 9999 + 1;
}

int lab_command_answers(const lab_options *o, const lab *l, progress *p) {
    wt_problem problem;
    if (!progress_read_answers(p, o->answers, &problem))
        return say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    for (unsigned i = 0; i < p->count; i++)
        if (!lab_find_question(l, p->answers[i].id, NULL))
            fprintf(stderr, "wiretale: %s: lab %.2s has no question %s\n", o->answers, l->id, p->answers[i].id);
    return 0;
}

/* Who answers, and what is kept. */
static int prepare(guide *g, const lab_options *o, const lab *l) {
    *g = (guide){.lab = l, .page = lab_command_page(o), .in = stdin, .write = o->write};
    g->asking = !o->answers ? (isatty(STDIN_FILENO) && !o->json ? GUIDE_KEYBOARD : GUIDE_NOBODY)
                : strcmp(o->answers, "truth") == 0 ? GUIDE_TRUTH : GUIDE_FILE;
    if (g->asking == GUIDE_FILE)
        return lab_command_answers(o, l, &g->progress);
    if (g->asking == GUIDE_KEYBOARD)
        progress_load(&g->progress, l, o->recorded);
    return 0;
}

static int verdict_of(const guide *g, const lab_options *o) {
    fflush(stdout);
    if (o->json)
        guide_json(g, stdout);
    bool graded = g->asking == GUIDE_FILE || g->asking == GUIDE_TRUTH;
    return graded && guide_right(g) != guide_asked(g) ? STATUS_USAGE : STATUS_OK;
}

/* The seed: the one that is asked for, the one of an interrupted lab, the recording's, or any. */
static uint64_t seed_of(const guide *g, const lab_options *o) {
    wt_problem unused;
    trace *t = g->recorded ? trace_open(g->recorded, &unused) : NULL;
    uint64_t seed = t ? t->seed : o->seed ? o->seed : g->progress.seed ? g->progress.seed : lab_command_seed();
    trace_close(t);
    return seed;
}

/* Ctrl-C at the keyboard: every answer has been kept already, and the network ends with us. */
static void goodbye(int signal_number) {
    static const char text[] = "\nUntil later: your answers are kept, and the same command goes on from there.\n";
    ssize_t unused = write(STDOUT_FILENO, text, sizeof text - 1);
    (void)unused;
    _exit(128 + signal_number);
}

/* Go on at a step that the room has reached, with the room's seed; answers given with that seed stay. */
static void begin_at(guide *g, uint64_t seed, unsigned step) {
    if (g->progress.seed != seed)
        g->progress.count = 0;
    g->progress.seed = seed;
    g->progress.done = g->progress.ran = step - 1;
}

static int run_lab(const lab_options *o, bool stepping) {
    uint64_t code_seed;
    unsigned code_step;
    lab l;
    wt_problem problem = {.text = "", .hint = ""};
    guide *g = calloc(1, sizeof *g);
    int status = g ? lab_command_open(&l, o->name) : say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (status) {
        free(g);
        return status;
    }
    status = prepare(g, o, &l);
    if (!status && o->at && !code_read(&l, o->at, &code_seed, &code_step, &problem))
        status = say_problem(STATUS_USAGE, problem.hint, "%s", problem.text);
    if (!status && lab_lint(&l, false, warn, NULL))
        status = STATUS_INPUT;
    if (!status && o->recorded && !l.recorded[0])
        status = say_problem(STATUS_INPUT, "wiretale lab run without --recorded makes one", "lab %s has no recording",
                             l.id);
    if (!status) {
        g->recorded = o->recorded ? l.recorded : NULL;
        g->stepping = stepping;
        g->page.in = stdin;
        g->page.rows = g->asking == GUIDE_KEYBOARD && isatty(STDOUT_FILENO) ? screen_rows() : 0;
        uint64_t seed = seed_of(g, o);
        bool other = g->progress.seed && g->progress.seed != seed;
        g->keep = g->asking == GUIDE_KEYBOARD;
        if (g->keep)
            signal(SIGINT, goodbye);
        if (g->progress.done == l.file->steps_count || other) {
            g->progress.done = g->progress.ran = 0;          /* once more from the beginning */
            g->progress.count = 0;
            seed = o->recorded || o->seed ? seed : lab_command_seed();
        }
        if (o->at && !o->recorded)
            seed = code_seed;
        if (o->at)
            begin_at(g, seed, code_step);
        vary_choose(&g->vary, l.file, seed);
        if (guide_run(g, &problem))
            status = verdict_of(g, o);
        else
            status = say_problem(strstr(problem.text, "no private network") ? STATUS_RIGHTS : STATUS_INPUT,
                                 problem.hint, "%s",
                                 problem.text);
        if (status == STATUS_RIGHTS && l.recorded[0])
            fprintf(stderr, "Without a network of its own: wiretale lab %s %.2s --recorded\n", o->command, l.id);
    }
    trace_close(g->trace);
    free(g);
    lab_close(&l);
    return status;
}

int lab_command_capture(const lab_options *o, char *file, size_t room, char *id, size_t id_room) {
    wt_problem problem;
    lab l;
    progress p;
    snprintf(file, room, "%s", o->name);
    if (access(o->name, R_OK) != 0 || lab_open(&l, o->name, &problem)) {
        int bad = lab_command_open(&l, o->name);
        if (bad)
            return bad;
        progress_load(&p, &l, o->recorded);
        if (o->recorded)
            snprintf(file, room, "%s", l.recorded);
        else
            snprintf(file, room, "%s/capture.pcapng", p.folder);
        lab_close(&l);
    }
    trace *t = trace_open(file, &problem);
    if (!t)
        return say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    snprintf(id, id_room, "%s", t->lab);
    trace_close(t);
    return lab_is_name(id) ? 0 : say_problem(STATUS_INPUT, "`wiretale lab run LAB -w FILE` makes one.",
                                             "%s is no capture of a lab", file);
}

static int check(const lab_options *o) {
    char file[600], id[64];
    lab l;
    wt_problem problem;
    if (!o->name)
        return say_problem(STATUS_USAGE, "wiretale lab check FILE --answers FILE", "check what?");
    int status = lab_command_capture(o, file, sizeof file, id, sizeof id);
    if (status || (status = lab_command_open(&l, o->more ? o->more : id)) != 0)
        return status;
    guide *g = calloc(1, sizeof *g);
    status = g ? prepare(g, o, &l) : say_problem(STATUS_MEMORY, NULL, "out of memory");
    if (g && !o->answers)
        progress_load(&g->progress, &l, o->recorded);
    if (!status && (g->trace = trace_open(file, &problem)) == NULL)
        status = say_problem(STATUS_INPUT, problem.hint, "%s", problem.text);
    if (!status) {
        g->asking = g->asking == GUIDE_TRUTH ? GUIDE_TRUTH : GUIDE_FILE;
        vary_choose(&g->vary, l.file, g->trace->seed);
        g->frames = g->trace->frame_count;
        g->page.in = stdin;
        g->page.rows = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) ? screen_rows() : 0;
        guide_check(g);
        char line[120], left[40] = "";
        unsigned unanswered = 0;
        for (unsigned i = 0; i < g->result_count; i++)
            unanswered += !g->results[i].prediction && !g->results[i].step->optional && !g->results[i].answer[0];
        if (unanswered)
            snprintf(left, sizeof left, " %u not answered.", unanswered);
        snprintf(line, sizeof line, "%u of %u questions right.%s", guide_right(g), guide_asked(g), left);
        page_gap(&g->page);
        page_say(&g->page, PAGE_TITLE, "", line);
        status = verdict_of(g, o);
    }
    if (g)
        trace_close(g->trace);
    free(g);
    lab_close(&l);
    return status;
}

int cmd_lab(int argc, char **argv) {
    lab_options o;
    int bad = parse(&o, argc, argv);
    if (bad)
        return bad;
    const char *c = o.command;
    if (strcmp(c, "help") == 0) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    if (strcmp(c, "list") == 0)
        return lab_list(&o);
    if (strcmp(c, "map") == 0)
        return lab_map(&o);
    if (strcmp(c, "show") == 0)
        return show(&o);
    if (strcmp(c, "run") == 0 || strcmp(c, "step") == 0)
        return run_lab(&o, strcmp(c, "step") == 0);
    if (strcmp(c, "sheet") == 0)
        return lab_sheet(&o);
    if (strcmp(c, "present") == 0)
        return lab_present(&o);
    if (strcmp(c, "check") == 0)
        return check(&o);
    if (strcmp(c, "hand-in") == 0)
        return lab_hand_in(&o);
    if (strcmp(c, "grade") == 0)
        return lab_grade(&o);
    if (strcmp(c, "plot") == 0)
        return lab_plot(&o);
    if (strcmp(c, "hint") == 0)
        return hint(&o);
    if (strcmp(c, "reset") == 0)
        return reset(&o);
    if (strcmp(c, "doctor") == 0)
        return lab_doctor(&o);
    if (strcmp(c, "lint") == 0)
        return lint(&o);
    if (strcmp(c, "new") == 0)
        return new(&o);
    return say_problem(STATUS_USAGE, "wiretale lab --help", "there is no command lab %s", c);
}
