/* main.c - one const table: dispatch, usage, completion. */
#include "cmd/cmd.h"

#include <stdio.h>
#include <string.h>

#include "wiretale/session.h"

static const command commands[] = {
    {"read", "print a capture file's frames", cmd_read},
};
enum { COMMANDS = sizeof commands / sizeof *commands };

int main(int argc, char **argv) {
    for (int i = 0; argc > 1 && i < COMMANDS; i++)
        if (strcmp(argv[1], commands[i].name) == 0)
            return commands[i].run(argc - 1, argv + 1);
    fprintf(stderr, "usage: wiretale read [options] FILE\n");
    return EXIT_USAGE;
}
