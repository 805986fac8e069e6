/* doctor.c - what this machine can't do for labs, found by trying. */
#include "lab/doctor.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lab/net.h"
#include "lab/space.h"

/* What is tried inside of a space, in this order; each is told as one number: 0 or an errno. */
enum { TRY_CABLE, TRY_BRIDGE, TRY_CAPTURE, TRY_TUN, TRY_NETEM, TRIES };

static int try_tun(void) {
    struct ifreq r = {.ifr_flags = IFF_TAP | IFF_NO_PI};
    int fd = open("/dev/net/tun", O_RDWR | O_CLOEXEC), bad = fd < 0 ? errno : 0;
    if (!bad && ioctl(fd, TUNSETIFF, &r) != 0)
        bad = errno;
    if (fd >= 0)
        close(fd);
    return bad;
}

static int try_capture(void) {
    wt_problem problem;
    net_up("lo");
    wt_live *l = wt_live_open(&(wt_live_options){.interface = "lo", .hold_ms = 20}, NULL, &problem);
    wt_live_free(l);
    return l ? 0 : EPERM;
}

static int inside(void *user, int control, const char *scratch) {
    int here = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC), results[TRIES];
    net_end a = {"a", {2, 0, 0, 0, 0, 1}, here}, b = {"b", {2, 0, 0, 0, 0, 2}, here};
    (void)user;
    (void)scratch;
    results[TRY_CABLE] = here < 0 ? errno : net_cable(&a, &b);
    results[TRY_BRIDGE] = net_bridge("bridge", a.mac);
    results[TRY_CAPTURE] = try_capture();
    results[TRY_TUN] = try_tun();
    results[TRY_NETEM] = net_delay("lo", 1000000);
    return send(control, results, sizeof results, MSG_NOSIGNAL) == sizeof results ? 0 : 1;
}

static void note(finding *f, const char *what, bool needed, int error, const char *fix) {
    *f = (finding){.what = what, .needed = needed, .fine = !error};
    snprintf(f->text, sizeof f->text, "%s", error ? strerror(error) : "");
    snprintf(f->fix, sizeof f->fix, "%s", error ? fix : "");
}

/* Which of the two ways a cable is made that only delays; chance is always ours, so that a seed repeats it. */
static void note_netem(finding *f, int error) {
    *f = (finding){.what = "delays on a cable", .fine = true};
    if (!error)
        snprintf(f->text, sizeof f->text, "by the kernel (netem), where a cable does nothing else");
    else
        snprintf(f->text, sizeof f->text, "by wiretale itself; nothing is lacking (the kernel's own, netem: %s)",
                 error == ENOENT ? "not in this one" : strerror(error));
}

static bool on_path(const char *program) {
    static const char *const folders[] = {"/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"};
    char path[300];
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        snprintf(path, sizeof path, "%s/%s", folders[i], program);
        if (access(path, X_OK) == 0)
            return true;
    }
    return false;
}

/* "ping (iputils-ping)"; with a ? in front the lab does without it. */
void doctor_program(const lab *l, const char *need, finding *f) {
    char name[64] = "", package[64] = "", own[600];
    bool needed = *need != '?';
    need += !needed;
    sscanf(need, "%63s (%63[^)])", name, package);
    snprintf(own, sizeof own, "%.500s/%s", l->programs, name);
    *f = (finding){.what = need, .needed = needed, .fine = on_path(name) || access(own, X_OK) == 0};
    if (f->fine)
        return;
    snprintf(f->text, sizeof f->text, needed ? "the program is not installed" :
             "the program is not installed; another takes its place");
    if (package[0])
        snprintf(f->fix, sizeof f->fix, "sudo apt-get install %s", package);
    else
        snprintf(f->fix, sizeof f->fix, "make");
}

static bool slow_cables(const lab *l) {
    for (unsigned i = 0; l && i < l->file->links_count; i++)
        if (l->file->links[i].wire_count)
            return true;
    return false;
}

unsigned doctor_examine(const lab *l, finding findings[DOCTOR_MOST]) {
    unsigned n = 0;
    space s;
    wt_problem problem = {.text = ""};
    int results[TRIES];
    finding *first = &findings[n++];
    *first = (finding){.what = "private networks", .needed = true, .fine = space_start(&s, inside, NULL, &problem)};
    snprintf(first->text, sizeof first->text, "%s", problem.text);
    snprintf(first->fix, sizeof first->fix, "%s", problem.hint);
    if (first->fine && recv(s.control, results, sizeof results, 0) == sizeof results) {
        note(&findings[n++], "cables between hosts (veth)", true, results[TRY_CABLE], "sudo modprobe veth");
        note(&findings[n++], "switches (bridge)", true, results[TRY_BRIDGE], "sudo modprobe bridge");
        note(&findings[n++], "captures", true, results[TRY_CAPTURE],
             "sudo setcap cap_net_raw+ep $(command -v wiretale)");
        note(&findings[n++], "slow and lossy cables (/dev/net/tun)", slow_cables(l), results[TRY_TUN],
             "sudo sh -c 'mkdir -p /dev/net && mknod -m 666 /dev/net/tun c 10 200'");
        note_netem(&findings[n++], results[TRY_NETEM]);
    }
    if (first->fine)
        space_end(&s);
    for (unsigned i = 0; l && i < l->file->needs_count && n < DOCTOR_MOST; i++)
        doctor_program(l, l->file->needs[i], &findings[n++]);
    return n;
}
