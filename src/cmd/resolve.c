/* resolve.c - names from /etc/hosts, /etc/ethers and /etc/services.  No server is ever asked. */
#include "cmd/resolve.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"

int resolve_parse(const char *letters, unsigned *kinds) {
    static const char known[] = "dmnst";
    static const unsigned bits[] = {WT_NAMES_DNS, WT_NAMES_MAC, WT_NAMES_NETWORK, WT_NAMES_SERVER, WT_NAMES_PORTS};
    for (; *letters; letters++) {
        const char *at = strchr(known, *letters);
        if (*letters == 'N')
            return say_problem(STATUS_USAGE,
                               "-N d learns from the DNS answers in the capture, "
                               "-N n from /etc/hosts and the capture file.",
                               "-N N would ask name servers, which wiretale never does");
        if (!at)
            return say_problem(STATUS_USAGE,
                               "m (MAC), n (IP), t (ports), d (from DNS answers), s (from TLS server names)",
                               "-N does not know %c", *letters);
        *kinds |= bits[at - known];
    }
    return 0;
}

/* Call `fn` with each line's words, up to four, without what stands behind #. */
static void each_line(const char *path, wt_names *names, void (*fn)(wt_names *names, char **words)) {
    char line[512], *rest;
    FILE *f = fopen(path, "re");
    while (f && fgets(line, sizeof line, f)) {
        char *words[5] = {NULL};
        line[strcspn(line, "#\n")] = 0;
        char *word = strtok_r(line, " \t\r", &rest);
        for (int n = 0; n < 4 && word; n++, word = strtok_r(NULL, " \t\r", &rest))
            words[n] = word;
        if (words[1])
            fn(names, words);
    }
    if (f)
        fclose(f);
}

static void host(wt_names *names, char **words) {
    uint8_t address[16];
    if (inet_pton(AF_INET, words[0], address) == 1)
        wt_names_add(names, address, 4, words[1], strlen(words[1]));
    else if (inet_pton(AF_INET6, words[0], address) == 1)
        wt_names_add(names, address, 16, words[1], strlen(words[1]));
}

static void ether(wt_names *names, char **words) {
    unsigned b[6];
    uint8_t address[6];
    if (sscanf(words[0], "%2x:%2x:%2x:%2x:%2x:%2x", &b[0], &b[1], &b[2], &b[3], &b[4], &b[5]) != 6)
        return;
    for (int n = 0; n < 6; n++)
        address[n] = (uint8_t)b[n];
    wt_names_add(names, address, 6, words[1], strlen(words[1]));
}

/* "https  443/tcp" */
static void service(wt_names *names, char **words) {
    char *slash;
    unsigned long port = strtoul(words[1], &slash, 10);
    if (port <= 65535 && (strcmp(slash, "/tcp") == 0 || strcmp(slash, "/udp") == 0))
        wt_names_add_port(names, slash + 1, (uint16_t)port, words[0]);
}

void resolve_load(wt_names *names) {
    static const uint8_t everybody[6] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
    unsigned kinds = wt_names_kinds(names);
    if (kinds & WT_NAMES_NETWORK)
        each_line("/etc/hosts", names, host);
    if (kinds & WT_NAMES_MAC) {
        wt_names_add(names, everybody, 6, "Broadcast", 9);
        each_line("/etc/ethers", names, ether);
    }
    if (kinds & WT_NAMES_PORTS)
        each_line("/etc/services", names, service);
}
