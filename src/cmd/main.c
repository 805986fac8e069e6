/* main.c - one const table: dispatch and usage. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "core/text.h"
#include "wiretale/session.h"

static const command commands[] = {
    {"read", "print a capture file's frames, explained", cmd_read},
    {"live", "capture from an interface and print the frames as they come", cmd_live},
    {"info", "say what is in a capture file, and what is wrong with it", cmd_info},
    {"flows", "list the conversations of a capture: who, what, how much, how well", cmd_flows},
    {"ladder", "draw who said what to whom: a sequence diagram", cmd_ladder},
    {"story", "tell what happened, what took long and what went wrong, in sentences", cmd_story},
    {"follow", "print what both ends of one stream sent", cmd_follow},
    {"objects", "save what HTTP carried as files", cmd_objects},
    {"bytes", "count what every byte on the wire was for", cmd_bytes},
    {"tls", "tell TLS handshakes and walk through their key schedules", cmd_tls},
    {"lab", "guided labs: make packets, predict, look, be asked and checked", cmd_lab},
    {"picture", "draw the headers of a packet as the RFCs do, or what differs between two", cmd_picture},
    {"compare", "put captures or connections side by side, or one at two points of its way", cmd_compare},
    {"convert", "write a capture again, or some of its frames, in this or another format", cmd_convert},
    {"merge", "put several captures together, in the order of time", cmd_merge},
    {"annotate", "write a capture again with what happens as comments, and its TLS secrets", cmd_annotate},
    {"strip", "write a capture again without secrets and comments", cmd_strip},
    {"explain", "say what a protocol, a field, a flag, a value or a port means", cmd_explain},
    {"fields", "list the names of all fields", cmd_fields},
};
enum { COMMANDS = sizeof commands / sizeof *commands };

static void usage(FILE *to) {
    char page[8192];
    wt_text t = {page, 0, sizeof page - 1, false};
    wt_put_s(&t, "wiretale tells what happened on a wire.\n\n"
                 "Examples\n"
                 "  wiretale read capture.pcap          every frame, explained\n"
                 "  wiretale read -q capture.pcap       a line a frame\n"
                 "  sudo wiretale live -i eth0          the same, as they come\n"
                 "  wiretale lab run 00                 a guided lab: your own first frames, without root\n"
                 "  wiretale explain tcp.flags.syn      what a field is for\n\n"
                 "Commands\n");
    for (int i = 0; i < COMMANDS; i++) {
        wt_put_s(&t, "  ");
        wt_put_s(&t, commands[i].name);
        wt_put_spaces(&t, 11 - strlen(commands[i].name));
        wt_put_s(&t, commands[i].summary);
        wt_put_c(&t, '\n');
    }
    wt_put_s(&t, "\n`wiretale COMMAND --help` says more; `wiretale --version` which version this is.\n");
    page[t.len] = 0;
    help_print(page, to);
}

static const command *find(const char *name) {
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(name, commands[i].name) == 0)
            return &commands[i];
    return NULL;
}

static int unknown(const char *name) {
    char hint[80] = "`wiretale help` lists the commands.";
    if (access(name, F_OK) == 0)
        return say_problem(STATUS_USAGE, "to print its frames: wiretale read FILE", "%s is a file, not a command",
                           name);
    for (int i = 0; i < COMMANDS; i++)
        if (letters_apart(name, commands[i].name) <= 2)
            snprintf(hint, sizeof hint, "did you mean wiretale %s?", commands[i].name);
    return say_problem(STATUS_USAGE, hint, "there is no command %s", name);
}

int main(int argc, char **argv) {
    if (argc < 2) {
        usage(stderr);
        return STATUS_USAGE;
    }
    const char *name = argv[1];
    const command *c = find(name);
    if (c)
        return c->run(argc - 1, argv + 1);
    if (strcmp(name, "help") == 0 || strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        c = argc > 2 ? find(argv[2]) : NULL;
        if (c)
            return c->run(2, (char *[]){argv[2], (char[]){"--help"}, NULL});
        usage(stdout);
        return STATUS_OK;
    }
    if (strcmp(name, "--version") == 0) {
        printf("wiretale %s\n", wt_version());
        return STATUS_OK;
    }
    return unknown(name);
}
