/* cmd.h - the program's subcommands and its exit statuses. */
#ifndef WT_CMD_CMD_H
#define WT_CMD_CMD_H

enum { EXIT_OK = 0, EXIT_USAGE = 1, EXIT_INPUT = 2 };

typedef struct command {
    const char *name, *summary;
    int (*run)(int argc, char **argv);      /* argv[0] is the subcommand's name */
} command;

int cmd_read(int argc, char **argv);

#endif
