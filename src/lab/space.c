/* space.c - a private world: namespaces of users, mounts, processes, network, names and IPC. */
#include "lab/space.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the child says when it can't go on. */
typedef struct failure {
    int error;
    char where[60];
} failure;

/* ---- why not ---------------------------------------------------------------------------- */

static long setting(const char *path) {
    long v = -1;
    FILE *f = fopen(path, "re");
    if (f && fscanf(f, "%ld", &v) != 1)
        v = -1;
    if (f)
        fclose(f);
    return v;
}

/* Does a line of /proc/self/status or mountinfo begin (or, with `field`, have that word as its n-th)? */
static bool line_has(const char *path, unsigned field, const char *word) {
    char line[1024];
    bool found = false;
    FILE *f = fopen(path, "re");
    while (f && !found && fgets(line, sizeof line, f)) {
        char *rest = line, *token = NULL;
        for (unsigned i = 0; i <= field; i++)
            token = strtok_r(i ? NULL : line, " \t\n", &rest);
        found = token && strcmp(token, word) == 0;
    }
    if (f)
        fclose(f);
    return found;
}

static bool seccomp_filters(void) {
    char line[128];
    int mode = 0;
    FILE *f = fopen("/proc/self/status", "re");
    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, "Seccomp: %d", &mode) == 1)
            break;
    if (f)
        fclose(f);
    return mode == 2;
}

static void why_refused(const failure *why, wt_problem *p) {
    enum { MOUNT_POINT = 4 };
    bool proc = access("/proc/self/status", R_OK) == 0;
    const char *hint = "Use --recorded, or run this as root.", *because = strerror(why->error);
    if (why->error == ENOSPC || why->error == EUSERS) {
        because = setting("/proc/sys/user/max_user_namespaces") == 0 ? "this system allows no user namespaces"
                                                                       : "this system allows no more namespaces";
        hint = "sudo sysctl user.max_user_namespaces=10000";
    } else if (!proc) {
        because = "/proc is not mounted: is this inside chroot?";
        hint = "Run it outside, or use --recorded.";
    } else if (setting("/proc/sys/kernel/unprivileged_userns_clone") == 0) {
        because = "this system allows user namespaces only to root";
        hint = "sudo sysctl kernel.unprivileged_userns_clone=1";
    } else if (setting("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == 1) {
        because = "AppArmor restricts user namespaces on this system";
        hint = "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0";
    } else if (why->error == EPERM && !line_has("/proc/self/mountinfo", MOUNT_POINT, "/")) {
        because = "inside chroot the kernel makes no user namespaces";
        hint = "Run it outside of the chroot, or use --recorded.";
    } else if (why->error == EPERM && seccomp_filters()) {
        because = "a seccomp filter forbids it, as containers have one";
        hint = "Run it outside of the container (docker: --security-opt seccomp=unconfined), or use --recorded.";
    } else if (why->error == EPERM) {
        because = "the kernel forbids it, as it does inside chroot";
        hint = "Run it outside, or use --recorded.";
    } else if (why->error == EINVAL || why->error == ENOSYS) {
        because = "this kernel was built without namespaces";
        hint = "Use --recorded.";
    }
    snprintf(p->text, sizeof p->text, "no private network can be made here: %.110s (%s: %s)", because, why->where,
             strerror(why->error));
    snprintf(p->hint, sizeof p->hint, "%s", hint);
}

/* ---- inside ----------------------------------------------------------------------------- */

static bool failed(failure *f, const char *where) {
    f->error = errno;
    snprintf(f->where, sizeof f->where, "%s", where);
    return false;
}

static bool write_to(const char *path, const char *text) {
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool ok = write(fd, text, strlen(text)) == (ssize_t)strlen(text);
    int keep = errno;
    close(fd);
    errno = keep;
    return ok;
}

/* In the namespace we are root; outside of it still who we are. */
static bool map_ids(uid_t user, gid_t group, failure *f) {
    char line[64];
    if (!write_to("/proc/self/setgroups", "deny") && errno != ENOENT)
        return failed(f, "setgroups");
    snprintf(line, sizeof line, "0 %u 1", user);
    if (!write_to("/proc/self/uid_map", line))
        return failed(f, "uid_map");
    snprintf(line, sizeof line, "0 %u 1", group);
    return write_to("/proc/self/gid_map", line) || failed(f, "gid_map");
}

/* Is what a link of /proc/self leads to ("exe", "cwd") below that folder? */
static bool lies_in(const char *link, const char *folder) {
    char path[512];
    ssize_t n = readlink(link, path, sizeof path - 1);
    size_t size = strlen(folder);
    return n > 0 && (size_t)n > size && memcmp(path, folder, size) == 0 && path[size] == '/';
}

/* A private tmpfs over a folder that every system has, but not over the one that we are in or come from. */
static const char *scratch(failure *f) {
    static const char *const places[] = {"/mnt", "/media", "/srv", "/var/tmp"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct stat there;
        if (stat(places[i], &there) == 0 && S_ISDIR(there.st_mode) && !lies_in("/proc/self/exe", places[i]) &&
            !lies_in("/proc/self/cwd", places[i]) &&
            mount("lab", places[i], "tmpfs", MS_NOSUID | MS_NODEV, "mode=755,size=256m") == 0)
            return places[i];
    }
    failed(f, "tmpfs");
    return NULL;
}

static const char *settle(bool users, uid_t user, gid_t group, failure *f) {
    if (users && !map_ids(user, group, f))
        return NULL;
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) {
        failed(f, "parent's death");
        return NULL;
    }
    if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) {
        failed(f, "private mounts");
        return NULL;
    }
    /* In a container /proc may be covered in parts, and then the kernel gives no new one: the old one does, too. */
    if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) != 0 && errno != EPERM) {
        failed(f, "proc");
        return NULL;
    }
    if (sethostname("lab", 3) != 0) {
        failed(f, "host name");
        return NULL;
    }
    return scratch(f);
}

/* The parent may have ended before its death could be noticed. */
static bool parent_lives(int control) {
    struct pollfd p = {.fd = control, .events = POLLIN};
    return poll(&p, 1, 0) >= 0 && !(p.revents & POLLHUP);
}

static _Noreturn void child(bool users, uid_t user, gid_t group, int control,
                            int (*inside)(void *, int, const char *), void *data) {
    failure f = {0};
    signal(SIGINT, SIG_IGN);               /* the terminal sends it to all; the parent decides */
    signal(SIGQUIT, SIG_IGN);
    const char *place = settle(users, user, group, &f);
    if (place && chdir(place) != 0) {
        failed(&f, place);
        place = NULL;
    }
    if (send(control, &f, sizeof f, MSG_NOSIGNAL) != sizeof f || !place || !parent_lives(control))
        _exit(1);
    _exit(inside ? inside(data, control, place) : 0);
}

/* ---- outside ---------------------------------------------------------------------------- */

static pid_t clone_into(int flags) { return (pid_t)syscall(SYS_clone, flags | SIGCHLD, NULL, NULL, NULL, NULL); }

static bool start(space *s, bool users, int (*inside)(void *, int, const char *), void *data, failure *f) {
    *s = (space){-1, -1};
    int ends[2], flags = CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWUTS | CLONE_NEWIPC;
    uid_t user = geteuid();
    gid_t group = getegid();
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return failed(f, "socketpair");
    fflush(NULL);
    s->pid = clone_into(flags | (users ? CLONE_NEWUSER : 0));
    if (s->pid == 0) {
        close(ends[0]);
        child(users, user, group, ends[1], inside, data);
    }
    if (s->pid < 0)
        failed(f, "clone");
    close(ends[1]);
    s->control = ends[0];
    if (s->pid > 0 && recv(s->control, f, sizeof *f, 0) == sizeof *f && !f->error)
        return true;
    if (!f->error)
        *f = (failure){ECHILD, "start"};
    space_end(s);
    return false;
}

bool space_start(space *s, int (*inside)(void *, int, const char *), void *user, wt_problem *problem) {
    failure f = {0};
    if (start(s, true, inside, user, &f))
        return true;
    failure first = f;
    f = (failure){0};
    if (geteuid() == 0 && start(s, false, inside, user, &f))   /* root needs no user namespace */
        return true;
    why_refused(&first, problem);
    return false;
}

void space_end(space *s) {
    if (s->pid > 0) {
        kill(s->pid, SIGKILL);
        while (waitpid(s->pid, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    if (s->control >= 0)
        close(s->control);
    *s = (space){-1, -1};
}

bool space_possible(wt_problem *problem) {
    space s;
    if (!space_start(&s, NULL, NULL, problem))
        return false;
    space_end(&s);
    return true;
}
