/* program.c - the programs of a lab: started at their hosts, waited for, stopped. */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lab/net.h"
#include "lab/world.h"

enum { OUTPUT_MOST = 16384 };

/* A known environment: what the learner's shell has set changes nothing. */
static void set_environment(const world *w) {
    char path[1900], keys[128];
    snprintf(path, sizeof path, "%s:%s:%s/../common:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", w->lab->programs,
             w->lab->folder, w->lab->folder);
    snprintf(keys, sizeof keys, "%s/keys.log", w->scratch);
    clearenv();
    setenv("PATH", path, 1);
    setenv("HOME", w->scratch, 1);
    setenv("TMPDIR", w->scratch, 1);
    setenv("LAB", w->scratch, 1);
    setenv("HERE", w->lab->folder, 1);
    setenv("SSLKEYLOGFILE", keys, 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("TZ", "UTC", 1);
}

static _Noreturn void become(const world *w, const char *command, const char *output) {
    int in = open("/dev/null", O_RDONLY), out = open(output, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
    if (in < 0 || out < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0)
        _exit(126);
    setsid();
    signal(SIGINT, SIG_DFL);
    signal(SIGQUIT, SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    close_range(3, ~0u, 0);
    set_environment(w);
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    dprintf(2, "/bin/sh: %s\n", strerror(errno));
    _exit(127);
}

program *world_start(world *w, const lab_action *action, wt_problem *problem) {
    if (w->program_count == WORLD_PROGRAMS) {
        *problem = (wt_problem){"the lab starts too many programs", ""};
        return NULL;
    }
    char *command = vary_fill(w->vary, action->run);
    if (!command || !world_enter(w, action->on, problem)) {
        free(command);
        return NULL;
    }
    program *p = &w->programs[w->program_count];
    *p = (program){.name = action->name};
    snprintf(p->output, sizeof p->output, "%s/%u.out", w->scratch, w->program_count);
    fflush(NULL);
    p->pid = fork();
    if (p->pid == 0)
        become(w, command, p->output);
    free(command);
    if (p->pid < 0) {
        snprintf(problem->text, sizeof problem->text, "no program can be started: %s", strerror(errno));
        return NULL;
    }
    w->program_count++;
    return p;
}

void world_reap(world *w) {
    int status;
    pid_t pid;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        for (unsigned i = 0; i < w->program_count; i++)
            if (w->programs[i].pid == pid) {
                w->programs[i].ended = true;
                w->programs[i].status = status;
            }
        for (unsigned i = 0; i < w->wire_count; i++)
            w->wires[i].broken |= w->wires[i].pid == pid;
    }
}

char *world_output(const program *p) {
    char *text = calloc(1, OUTPUT_MOST + 1);
    FILE *f = text ? fopen(p->output, "re") : NULL;
    if (f) {
        if (fseek(f, -OUTPUT_MOST, SEEK_END) != 0)
            rewind(f);
        text[fread(text, 1, OUTPUT_MOST, f)] = 0;
        fclose(f);
    }
    return text;
}

static bool printed(const program *p, const char *text) {
    char *said = world_output(p);
    bool found = said && strstr(said, text);
    free(said);
    return found;
}

bool world_ready(world *w, const lab_action *action, const program *p) {
    const lab_ready *r = &action->ready;
    char *wanted[4] = {vary_fill(w->vary, r->tcp ? r->tcp : ""), vary_fill(w->vary, r->udp ? r->udp : ""),
                       vary_fill(w->vary, r->file ? r->file : ""), vary_fill(w->vary, r->prints ? r->prints : "")};
    wt_problem unused;
    bool ready = wanted[0] && wanted[1] && wanted[2] && wanted[3] && world_enter(w, action->on, &unused);
    if (ready && *wanted[0])
        ready = net_listens(true, (unsigned)strtoul(wanted[0], NULL, 10));
    if (ready && *wanted[1])
        ready = net_listens(false, (unsigned)strtoul(wanted[1], NULL, 10));
    if (ready && *wanted[2])
        ready = access(wanted[2], F_OK) == 0;
    if (ready && *wanted[3])
        ready = printed(p, wanted[3]);
    for (int i = 0; i < 4; i++)
        free(wanted[i]);
    return ready;
}

program *world_find(world *w, const char *name) {
    for (unsigned i = w->program_count; i-- > 0;)
        if (w->programs[i].name && strcmp(w->programs[i].name, name) == 0)
            return &w->programs[i];
    return NULL;
}

/* The whole group: a shell may have started it. */
void world_stop(world *w, program *p) {
    for (int tenths = 0; !p->ended && tenths < 20; tenths++) {
        kill(-p->pid, tenths < 10 ? SIGTERM : SIGKILL);
        for (int i = 0; i < 10 && !p->ended; i++) {
            usleep(10000);
            world_reap(w);
        }
    }
}
