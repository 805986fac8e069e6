/* live.c - capture from an interface: the only file that includes libpcap. */
#include <errno.h>
#include <grp.h>
#include <linux/capability.h>
#include <pcap/pcap.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "wiretale/capture.h"

enum { TENTH_MS = 100, RING = 16 * 1024 * 1024, NOBODY = 65534 };

struct wt_live {
    pcap_t *pcap;
    int wake;                        /* an eventfd that wt_live_stop() writes to */
    volatile bool stopped;
    bool nanoseconds, drained, no_wait;
    uint32_t hold_ms;
    int64_t stop_ns;                 /* when the stop was noticed */
    uint64_t frames;
    wt_interface info;
    wt_problem problem;
};

static bool set(wt_problem *p, const char *hint, const char *text, const char *more) {
    snprintf(p->text, sizeof p->text, "%.120s%.120s", text, more);
    snprintf(p->hint, sizeof p->hint, "%.250s", hint);
    return false;
}

/* ---- opening ---------------------------------------------------------------------------- */

static bool no_rights_for(wt_problem *p, const char *interface) {
    char program[160] = "wiretale", hint[250];
    ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);
    program[n > 0 ? n : 8] = 0;
    snprintf(hint, sizeof hint, "Use sudo, or allow it for good: sudo setcap cap_net_raw,cap_net_admin=eip %s",
             program);
    return set(p, hint, "you may not capture on ", interface);
}

static bool no_interface(wt_problem *p, const char *interface) {
    return set(p, "`wiretale live -D` lists the interfaces.", "there is no interface ", interface);
}

/* Where the list can't be had, we say yes. */
static bool is_listed(const char *interface) {
    char error[PCAP_ERRBUF_SIZE];
    pcap_if_t *all;
    if (pcap_findalldevs(&all, error) != 0)
        return true;
    const pcap_if_t *i = all;
    while (i && strcmp(i->name, interface) != 0)
        i = i->next;
    pcap_freealldevs(all);
    return i != NULL;
}

static bool activate(wt_live *l, const wt_live_options *o, bool *no_rights, wt_problem *problem) {
    pcap_set_snaplen(l->pcap, o->snaplen ? (int)o->snaplen : 262144);
    pcap_set_promisc(l->pcap, strcmp(o->interface, "any") != 0);
    pcap_set_buffer_size(l->pcap, RING);
    /* Frames come in blocks, each at the latest after that: many fit into the ring. */
    pcap_set_timeout(l->pcap, (int)l->hold_ms);
    l->nanoseconds = pcap_set_tstamp_precision(l->pcap, PCAP_TSTAMP_PRECISION_NANO) == 0;
    int got = pcap_activate(l->pcap);
    if (got >= 0)
        return true;
    if (got == PCAP_ERROR_PERM_DENIED || got == PCAP_ERROR_PROMISC_PERM_DENIED) {
        if (!is_listed(o->interface))
            return no_interface(problem, o->interface);
        *no_rights = true;
        return no_rights_for(problem, o->interface);
    }
    if (got == PCAP_ERROR_NO_SUCH_DEVICE)
        return no_interface(problem, o->interface);
    if (got == PCAP_ERROR_IFACE_NOT_UP) {
        set(problem, "", "the interface is down: ", o->interface);
        snprintf(problem->hint, sizeof problem->hint, "ip link set %.40s up", o->interface);
        return false;
    }
    return set(problem, "", "cannot capture: ", pcap_geterr(l->pcap)[0] ? pcap_geterr(l->pcap) : pcap_statustostr(got));
}

static bool set_filter(wt_live *l, const char *text, wt_problem *problem) {
    struct bpf_program program;
    if (!text)
        return true;
    if (pcap_compile(l->pcap, &program, text, 1, PCAP_NETMASK_UNKNOWN) != 0)
        return set(problem,
                   "-f takes a capture filter (man pcap-filter), such as \"tcp port 443\"; -Y a display filter.",
                   "the capture filter can't be read: ", pcap_geterr(l->pcap));
    bool ok = pcap_setfilter(l->pcap, &program) == 0;
    pcap_freecode(&program);
    return ok || set(problem, "", "the capture filter can't be set: ", pcap_geterr(l->pcap));
}

/* libpcap's DLT_ numbers are the file's LINKTYPE_ numbers but for a few. */
static uint32_t linktype_of(int dlt) { return dlt == DLT_RAW ? 101 : (uint32_t)dlt; }

wt_live *wt_live_open(const wt_live_options *o, bool *no_rights, wt_problem *problem) {
    char error[PCAP_ERRBUF_SIZE];
    bool unused;
    no_rights = no_rights ? no_rights : &unused;
    *no_rights = false;
    *problem = (wt_problem){.text = ""};
    wt_live *l = calloc(1, sizeof *l);
    if (!l) {
        set(problem, "", "out of memory", "");
        return NULL;
    }
    l->hold_ms = o->hold_ms ? o->hold_ms : TENTH_MS;
    l->no_wait = o->no_wait;
    l->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    l->pcap = l->wake >= 0 ? pcap_create(o->interface, error) : NULL;
    if (!l->pcap || !activate(l, o, no_rights, problem) || !set_filter(l, o->filter, problem) ||
        pcap_setnonblock(l->pcap, 1, error) != 0) {
        if (!problem->text[0])
            set(problem, "", "cannot capture: ", error);
        wt_live_free(l);
        return NULL;
    }
    snprintf(l->info.name, sizeof l->info.name, "%s", o->interface);
    l->info.linktype = linktype_of(pcap_datalink(l->pcap));
    l->info.snaplen = o->snaplen;
    return l;
}

/* ---- rights ----------------------------------------------------------------------------- */

static bool drop_capabilities(void) {
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[2] = {{0}};
    return syscall(SYS_capset, &header, none) == 0;
}

/* Is this user id known in our user namespace? */
static bool mapped(unsigned id) {
    FILE *map = fopen("/proc/self/uid_map", "re");
    unsigned inside, outside, count;
    bool found = false;
    while (map && fscanf(map, "%u %u %u", &inside, &outside, &count) == 3)
        found |= id >= inside && id - inside < count;
    if (map)
        fclose(map);
    return found;
}

static unsigned from_sudo(const char *name) {
    const char *text = getenv(name);
    char *end;
    unsigned long v = text ? strtoul(text, &end, 10) : NOBODY;
    return text && *text && !*end && v && v < NOBODY ? (unsigned)v : NOBODY;
}

bool wt_drop_privileges(wt_problem *problem) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return set(problem, "", "cannot give up privileges: ", strerror(errno));
    unsigned user = from_sudo("SUDO_UID"), group = from_sudo("SUDO_GID");
    if (geteuid() == 0 && mapped(user) && mapped(group)) {
        if (setgroups(0, NULL) != 0 || setresgid(group, group, group) != 0 || setresuid(user, user, user) != 0)
            return set(problem, "", "cannot give up privileges: ", strerror(errno));
    }
    if (!drop_capabilities())
        return set(problem, "", "cannot give up capabilities: ", strerror(errno));
    return true;
}

/* ---- frames ----------------------------------------------------------------------------- */

static bool wait_for_more(wt_live *l) {
    struct pollfd fds[] = {{.fd = pcap_get_selectable_fd(l->pcap), .events = POLLIN},
                           {.fd = l->wake, .events = POLLIN}};
    poll(fds, 2, TENTH_MS);
    return true;
}

static int64_t now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* The block that the kernel is filling is handed over when its time is up. */
static void wait_for_last_block(wt_live *l) {
    uint32_t ms = l->hold_ms + l->hold_ms / 2;
    struct timespec t = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L};
    while (nanosleep(&t, &t) != 0)
        continue;
    l->drained = true;
}

int wt_live_next(wt_live *l, wt_frame *f) {
    struct pcap_pkthdr *h;
    const u_char *data;
    int got = pcap_next_ex(l->pcap, &h, &data);
    if (got == 0 && !l->stopped && !l->no_wait) {
        wait_for_more(l);
        got = pcap_next_ex(l->pcap, &h, &data);
    }
    if (l->stopped && !l->stop_ns)
        l->stop_ns = now_ns();
    if (got == 0 && l->stopped && !l->drained) {
        wait_for_last_block(l);
        got = pcap_next_ex(l->pcap, &h, &data);
    }
    if (got == 0)
        return l->stopped ? -1 : 0;
    if (got < 0) {
        set(&l->problem, "", "the capture ended: ", pcap_geterr(l->pcap));
        return -1;
    }
    *f = (wt_frame){.data = data, .caplen = h->caplen, .len = h->len, .linktype = l->info.linktype,
                    .number = ++l->frames};
    f->time_ns = (int64_t)h->ts.tv_sec * 1000000000 + (int64_t)h->ts.tv_usec * (l->nanoseconds ? 1 : 1000);
    if (l->stop_ns && f->time_ns > l->stop_ns)
        return -1;                         /* on a busy network the end would never come */
    return 1;
}

int wt_live_descriptor(const wt_live *l) { return pcap_get_selectable_fd(l->pcap); }

void wt_live_stop(wt_live *l) {
    static const uint64_t one = 1;
    int keep = errno;
    l->stopped = true;
    if (write(l->wake, &one, sizeof one) < 0)
        errno = keep;                      /* the wait ends by itself after a tenth of a second */
    errno = keep;
}

const wt_problem *wt_live_problem(const wt_live *l) { return &l->problem; }
const wt_interface *wt_live_interface(const wt_live *l) { return &l->info; }

wt_live_stats wt_live_statistics(wt_live *l) {
    struct pcap_stat s = {0};
    pcap_stats(l->pcap, &s);
    return (wt_live_stats){s.ps_recv, s.ps_drop, s.ps_ifdrop};
}

void wt_live_free(wt_live *l) {
    if (!l)
        return;
    if (l->pcap)
        pcap_close(l->pcap);
    if (l->wake >= 0)
        close(l->wake);
    free(l);
}

bool wt_live_list(void (*fn)(void *, const char *, const char *, bool), void *user, wt_problem *problem) {
    char error[PCAP_ERRBUF_SIZE];
    pcap_if_t *all;
    if (pcap_findalldevs(&all, error) != 0)
        return set(problem, "", "cannot list the interfaces: ", error);
    for (const pcap_if_t *i = all; i; i = i->next)
        fn(user, i->name, i->description ? i->description : "", (i->flags & PCAP_IF_UP) != 0);
    pcap_freealldevs(all);
    return true;
}
