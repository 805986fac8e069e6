/* cmd.h - the program's subcommands, its exit statuses, and how it says what is wrong. */
#ifndef WT_CMD_CMD_H
#define WT_CMD_CMD_H

#include <stdbool.h>
#include <stddef.h>

/* Documented in README.md and in every --help. */
enum {
    STATUS_OK = 0,
    STATUS_USAGE = 1,        /* an option, a field, a filter or a value that can't be meant */
    STATUS_INPUT = 2,        /* a file that can't be read, is broken or ends too early */
    STATUS_OUTPUT = 3,       /* output that could not be written */
    STATUS_RIGHTS = 4,       /* capturing is not allowed, or the interface is not there */
    STATUS_MEMORY = 5
};

typedef struct command {
    const char *name, *summary;
    int (*run)(int argc, char **argv);      /* argv[0] is the subcommand's name */
} command;

int cmd_read(int argc, char **argv);
int cmd_live(int argc, char **argv);
int cmd_info(int argc, char **argv);
int cmd_flows(int argc, char **argv);
int cmd_ladder(int argc, char **argv);
int cmd_story(int argc, char **argv);
int cmd_bytes(int argc, char **argv);
int cmd_tls(int argc, char **argv);
int cmd_follow(int argc, char **argv);
int cmd_objects(int argc, char **argv);
int cmd_lab(int argc, char **argv);
int cmd_picture(int argc, char **argv);
int cmd_annotate(int argc, char **argv);
int cmd_strip(int argc, char **argv);
int cmd_convert(int argc, char **argv);
int cmd_merge(int argc, char **argv);
int cmd_compare(int argc, char **argv);
int cmd_explain(int argc, char **argv);
int cmd_fields(int argc, char **argv);

/* "wiretale: <what>" and a line with the hint (may be NULL) on standard error; returns `status`. */
int say_problem(int status, const char *hint, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Letters to insert, delete, change or exchange (Damerau's distance); 64 for names too long to compare. */
unsigned letters_apart(const char *a, const char *b);
/* The field or protocol names nearest to `name`, best first, at most n; how many were found. */
size_t nearest_names(const char *name, const char **out, size_t n);
/* "Did you mean tcp.flags or tcp.flags.syn?" in `hint`; "" if nothing is near. */
void suggest(const char *name, char *hint, size_t room);

#endif
