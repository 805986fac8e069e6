/* world.c - hosts, switches, cables. */
#include "lab/world.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lab/net.h"

static bool wrong(wt_problem *p, int error, const char *what, const char *of) {
    snprintf(p->text, sizeof p->text, "the lab's network could not be made: %.60s of %.60s: %.60s", what, of,
             strerror(error));
    snprintf(p->hint, sizeof p->hint, "wiretale lab doctor");
    return !error;
}

static place *find_place(const world *w, const char *name) {
    for (unsigned i = 0; i < w->place_count; i++)
        if (strcmp(w->places[i].name, name) == 0)
            return (place *)&w->places[i];
    return NULL;
}

bool world_enter(const world *w, const char *name, wt_problem *problem) {
    const place *p = find_place(w, name);
    return p && setns(p->space, CLONE_NEWNET) == 0 ? true : wrong(problem, p ? errno : ENOENT, "entering", name);
}

/* Nothing may speak by itself: no IPv6 where the lab has none, no probes of neighbours that are long known. */
static void hush(bool six) {
    static const char *const settings[][2] = {
        {"net.ipv4.neigh.default.base_reachable_time_ms", "86400000"},
        {"net.ipv4.neigh.default.delay_first_probe_time", "86400"},
        {"net.ipv4.neigh.default.gc_stale_time", "86400"}, {"net.ipv4.ping_group_range", "0 0"},
        {"net.ipv4.conf.all.accept_local", "0"}, {"net.ipv4.tcp_no_metrics_save", "1"}};
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
        net_sysctl(settings[i][0], settings[i][1]);
    if (!six) {
        net_sysctl("net.ipv6.conf.all.disable_ipv6", "1");
        net_sysctl("net.ipv6.conf.default.disable_ipv6", "1");
    }
}

static bool uses_six(const world *w, const char *name) {
    const lab_file *f = w->lab->file;
    for (unsigned i = 0; i < f->links_count; i++)
        for (unsigned e = 0; e < 2; e++) {
            const lab_end *end = e ? &f->links[i].b : &f->links[i].a;
            if (strcmp(end->at, name) == 0 && end->address && strchr(end->address, ':'))
                return true;
        }
    return false;
}

static bool add_place(world *w, const char *name, wt_problem *problem) {
    if (w->place_count == WORLD_PLACES)
        return wrong(problem, E2BIG, "number", "hosts");
    place *p = &w->places[w->place_count];
    *p = (place){.name = name};
    if (unshare(CLONE_NEWNET) != 0 || (p->space = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC)) < 0)
        return wrong(problem, errno, "network namespace", name);
    w->place_count++;
    hush(uses_six(w, name));
    return wrong(problem, net_up("lo"), "loopback", name);
}

/* 02:00:00:00:NN:HH: the number of the interface and the number of the host. */
static void mac_of(const world *w, const place *p, uint8_t mac[6]) {
    memcpy(mac, (uint8_t[6]){2, 0, 0, 0, (uint8_t)p->ends, (uint8_t)(p - w->places + 1)}, 6);
}

static bool set_end(const world *w, const lab_end *e, bool is_switch, wt_problem *problem) {
    int bad = 0;
    if (!world_enter(w, e->at, problem))
        return false;
    if (is_switch)
        bad = net_plug(e->as, "bridge");
    if (!bad)
        bad = net_honest(e->as);
    if (!bad && e->address) {
        char *address = vary_fill(w->vary, e->address);
        bad = address ? net_address(e->as, address) : ENOMEM;
        free(address);
    }
    return wrong(problem, bad ? bad : net_up(e->as), e->as, e->at);
}

static bool is_switch(const world *w, const char *name) {
    for (unsigned i = 0; i < w->lab->file->switches_count; i++)
        if (strcmp(w->lab->file->switches[i], name) == 0)
            return true;
    return false;
}

static bool tap_at(const world *w, const lab_end *e, const net_end *end, int *fd, wt_problem *problem) {
    return world_enter(w, e->at, problem) && wrong(problem, net_tap(end->name, end->mac, fd), "slow cable", e->at);
}

/* Between two TAPs, carried by a process. */
static bool lay_wire(world *w, unsigned number, const net_end ends[2], wt_problem *problem) {
    const lab_link *l = &w->lab->file->links[number];
    int fds[2];
    if (w->wire_count == WORLD_WIRES)
        return wrong(problem, E2BIG, "slow cable", l->a.at);
    if (!tap_at(w, &l->a, &ends[0], &fds[0], problem))
        return false;
    if (!tap_at(w, &l->b, &ends[1], &fds[1], problem)) {
        close(fds[0]);
        return false;
    }
    return wire_start(&w->wires[w->wire_count++], w->lab, w->vary, number, fds, problem);
}

/* A place in which the kernel can hold frames back; its descriptor, or -1 where it can't. */
static int delaying_place(world *w) {
    wt_problem unused;
    bool made = w->place_count < WORLD_PLACES && add_place(w, "", &unused);
    return made && net_delay("lo", 1) == 0 ? w->places[w->place_count - 1].space : -1;
}

/* Each frame is held back by netem, at the port where it leaves that place again.  At its own card the sender would
 * notice, and its capture would come too late. */
static bool lay_delay(world *w, unsigned number, int middle, const net_end ends[2], const int64_t delay_ns[2],
                      wt_problem *problem) {
    static const char *const ports[] = {"from-a", "from-b"};
    const lab_link *l = &w->lab->file->links[number];
    int bad = setns(middle, CLONE_NEWNET) != 0
                  ? errno : net_bridge("bridge", (uint8_t[6]){2, 0, 0, 0, 255, (uint8_t)number});
    for (unsigned side = 0; side < 2 && !bad; side++) {
        net_end port = {.name = ports[side], .space = middle,
                        .mac = {2, 0, 0, 0, (uint8_t)(253 + side), (uint8_t)number}};
        if (!world_enter(w, side ? l->b.at : l->a.at, problem))
            return false;
        bad = net_cable(&ends[side], &port);
        if (!bad && setns(middle, CLONE_NEWNET) != 0)
            bad = errno;
        if (!bad && (bad = net_honest(port.name)) == 0 && (bad = net_plug(port.name, "bridge")) == 0 &&
            (bad = net_delay(port.name, delay_ns[!side])) == 0)
            bad = net_up(port.name);
    }
    return wrong(problem, bad ? bad : net_up("bridge"), "slow cable", l->a.at);
}

static bool add_link(world *w, unsigned number, wt_problem *problem) {
    const lab_link *l = &w->lab->file->links[number];
    place *a = find_place(w, l->a.at), *b = find_place(w, l->b.at);
    int64_t delay_ns[2];
    if (!a || !b)
        return wrong(problem, ENOENT, "cable", a ? l->b.at : l->a.at);
    net_end ends[2] = {{.name = l->a.as, .space = a->space}, {.name = l->b.as, .space = b->space}};
    mac_of(w, a, ends[0].mac);
    a->ends++;
    mac_of(w, b, ends[1].mac);
    b->ends++;
    bool laid;
    int middle = l->wire_count && wire_only_delays(w->vary, w->lab->file, l, delay_ns) ? delaying_place(w) : -1;
    if (middle >= 0)
        laid = lay_delay(w, number, middle, ends, delay_ns, problem);
    else if (l->wire_count)
        laid = lay_wire(w, number, ends, problem);
    else
        laid = world_enter(w, l->a.at, problem) && wrong(problem, net_cable(&ends[0], &ends[1]), "cable", l->a.at);
    return laid && set_end(w, &l->a, is_switch(w, l->a.at), problem) &&
           set_end(w, &l->b, is_switch(w, l->b.at), problem);
}

void world_follow(const world *w, unsigned step) {
    for (unsigned i = 0; i < w->wire_count; i++)
        wire_follow(&w->wires[i], step);
}

bool world_carries(const world *w) {
    uint64_t held = 0;
    for (unsigned i = 0; i < w->wire_count; i++)
        held += wire_held(&w->wires[i]);
    return held > 0;
}

bool world_whole(const world *w, wt_problem *problem) {
    for (unsigned i = 0; i < w->wire_count; i++)
        if (w->wires[i].broken)
            return wrong(problem, EPIPE, "slow cable", w->wires[i].link->a.at);
    return true;
}

static bool add_switch(world *w, const char *name, wt_problem *problem) {
    if (!add_place(w, name, problem))
        return false;
    uint8_t mac[6];
    place *p = &w->places[w->place_count - 1];
    mac_of(w, p, mac);
    p->ends++;
    int bad = net_bridge("bridge", mac);
    return wrong(problem, bad ? bad : net_up("bridge"), "switch", name);
}

/* "net.ipv4.ip_forward = 1"; with a ? before it, a kernel that does not know it does without. */
static int setting(const world *w, const char *text) {
    char *line = vary_fill(w->vary, text), name[128] = "";
    char *equals = line ? strchr(line, '=') : NULL;
    int status = line ? EINVAL : ENOMEM;
    if (equals && sscanf(line, " %127[^ =]", name) == 1)
        status = net_sysctl(name + (name[0] == '?'), equals + 1 + strspn(equals + 1, " "));
    bool missing = name[0] == '?' && status == ENOENT;
    free(line);
    return missing ? 0 : status;
}

/* Is `address` on the network of "10.0.0.1/24"? */
static bool on_network(const char *network, const char *address) {
    struct in_addr a, b;
    char own[64];
    snprintf(own, sizeof own, "%s", network ? network : "");
    size_t n = strcspn(own, "/");
    int bits = own[n] ? atoi(own + n + 1) : 32;
    own[n] = 0;
    if (bits < 0 || bits > 32 || inet_pton(AF_INET, own, &a) != 1 || inet_pton(AF_INET, address, &b) != 1)
        return false;
    return bits == 0 || (ntohl(a.s_addr) ^ ntohl(b.s_addr)) >> (32 - bits) == 0;
}

/* The interface of `host` that `address` is reached by: the first one, if none is on its network. */
static const char *interface_to(const lab_file *f, const char *host, const char *address) {
    const char *first = NULL;
    for (unsigned i = 0; i < f->links_count; i++)
        for (unsigned k = 0; k < 2; k++) {
            const lab_end *e = k ? &f->links[i].b : &f->links[i].a;
            if (strcmp(e->at, host) != 0)
                continue;
            if (on_network(e->address, address))
                return e->as;
            first = first ? first : e->as;
        }
    return first ? first : "lo";
}

static bool run_setup(world *w, const lab_host *h, const char *command, wt_problem *problem) {
    lab_action a = {.on = h->name, .run = command};
    program *p = world_start(w, &a, problem);
    while (p && !p->ended) {
        usleep(1000);
        world_reap(w);
    }
    if (p && p->status == 0)
        return true;
    if (p) {
        char *said = world_output(p);
        snprintf(problem->text, sizeof problem->text, "%.30s could not run \"%.80s\": %.100s", h->name, command,
                 said ? said : "");
        free(said);
    }
    return false;
}

static bool set_host(world *w, const lab_host *h, wt_problem *problem) {
    if (!world_enter(w, h->name, problem))
        return false;
    if (h->router && !wrong(problem, net_sysctl("net.ipv4.ip_forward", "1"), "forwarding", h->name))
        return false;
    for (unsigned i = 0; i < h->sysctl_count; i++)
        if (!wrong(problem, setting(w, h->sysctl[i]), h->sysctl[i], h->name))
            return false;
    if (h->gateway && !wrong(problem, net_route("default", h->gateway), "route", h->name))
        return false;
    for (unsigned i = 0; i < h->neighbours_count; i++) {
        char *address = vary_fill(w->vary, h->neighbours[i].address);
        int bad = address ? net_neighbour(interface_to(w->lab->file, h->name, address), address, h->neighbours[i].mac)
                          : ENOMEM;
        free(address);
        if (!wrong(problem, bad, "neighbour", h->name))
            return false;
    }
    for (unsigned i = 0; i < h->setup_count; i++)
        if (!run_setup(w, h, h->setup[i], problem))
            return false;
    return true;
}

bool world_make(world *w, wt_problem *problem) {
    const lab_file *f = w->lab->file;
    bool ok = true;
    for (unsigned i = 0; i < f->hosts_count && ok; i++)
        ok = add_place(w, f->hosts[i].name, problem);
    for (unsigned i = 0; i < f->switches_count && ok; i++)
        ok = add_switch(w, f->switches[i], problem);
    for (unsigned i = 0; i < f->links_count && ok; i++)
        ok = add_link(w, i, problem);
    for (unsigned i = 0; i < f->hosts_count && ok; i++)
        ok = set_host(w, &f->hosts[i], problem);
    return ok;
}
