/* skeleton.c - a new lab: one ping between two hosts, with every part that a lab has. */
#include "lab/skeleton.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const char yaml[] =
    "# A lab: docs/labs.md explains every key.  Try it with `wiretale lab run ./%1$s --answers truth`.\n"
    "title: A title of a few words\n"
    "question: The one question that this lab answers?\n"
    "claim: \"What people say about it, quoted, not yet judged.\"\n"
    "minutes: 15\n"
    "goals:\n"
    "  - that an echo request is answered by one reply\n"
    "needs: [\"ping (iputils-ping)\"]\n"
    "\n"
    "vary:                                  # chosen by the seed; {size} stands for it below\n"
    "  - {name: size, from: 16, to: 900}\n"
    "\n"
    "picture: |2\n"
    "      client ───────────── server\n"
    "      10.0.0.1            10.0.0.2\n"
    "prose: Two hosts, client (10.0.0.1) and server (10.0.0.2), on one cable. Frames are captured at both.\n"
    "hosts: [{name: client}, {name: server}]\n"
    "links:\n"
    "  - {a: {at: client, as: eth0, address: 10.0.0.1/24}, b: {at: server, as: eth0, address: 10.0.0.2/24}}\n"
    "points:\n"
    "  - {name: client, at: client, as: eth0}\n"
    "  - {name: server, at: server, as: eth0}\n"
    "\n"
    "steps:\n"
    "  - id: ping\n"
    "    title: The first step\n"
    "    say: What happens now, in two or three sentences.\n"
    "    predict:\n"
    "      - id: guess-frames\n"
    "        kind: number\n"
    "        ask: How many frames will pass?\n"
    "        at: client\n"
    "        truth: count(frames(frame))\n"
    "        because: Two for ARP and two for the ping ({frames}).\n"
    "    do:\n"
    "      - {on: client, run: \"ping -c 1 -s {size} 10.0.0.2\", say: One echo request.}\n"
    "    wait: count(frames(icmp.type == 0) at client) >= 1\n"
    "    show:\n"
    "      - {at: client, as: lines}\n"
    "    ask:\n"
    "      - id: replies\n"
    "        kind: number\n"
    "        goal: 1\n"
    "        at: client\n"
    "        ask: How many echo replies came back?\n"
    "        truth: count(frames(icmp.type == 0))\n"
    "        mistakes:\n"
    "          - {is: count(frames(icmp)), say: That counts the request as well.}\n"
    "        because: A request is answered once ({frames}).\n"
    "        hints:\n"
    "          - Where to look.\n"
    "          - What to compare.\n"
    "          - The method, worked on another value.\n"
    "recap:\n"
    "  - One line of five.\n";

static const char readme[] =
    "# %1$s\n\n"
    "The one question that it answers, and how many minutes it takes.\n\n"
    "Goals, prerequisites, a picture with its text, the claim, predictions, steps, questions, back to the claim, "
    "a recap of five\nlines, a question to transfer it, a question from an earlier lab, "
    "and a box for instructors: docs/labs.md says more.\n\n"
    "    wiretale lab run ./%1$s\n";

static bool write_file(const char *folder, const char *name, const char *text, wt_problem *problem) {
    const char *slash = strrchr(folder, '/');
    char path[600];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wxe");
    bool ok = f && fprintf(f, text, slash ? slash + 1 : folder) > 0;
    ok = f && fclose(f) == 0 && ok;
    if (!ok)
        snprintf(problem->text, sizeof problem->text, "cannot write %.180s: %s", path, strerror(errno));
    return ok;
}

bool skeleton_write(const char *path, wt_problem *problem) {
    problem->hint[0] = 0;
    if (mkdir(path, 0777) != 0 && errno != EEXIST) {
        snprintf(problem->text, sizeof problem->text, "cannot make the folder %.180s: %s", path, strerror(errno));
        return false;
    }
    return write_file(path, "lab.yaml", yaml, problem) && write_file(path, "README.md", readme, problem);
}
