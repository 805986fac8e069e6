/* ring.c - capture files written in turns. */
#include "cmd/ring.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"

int ring_size(ring *r, const char *text) {
    static const char units[] = "kmgKMG";
    char *end;
    size_t digits = strspn(text, "0123456789");
    unsigned long long n = strtoull(text, &end, 10);
    const char *unit = *end ? strchr(units, *end) : NULL;
    uint64_t scale = unit ? UINT64_C(1) << (10 * ((unit - units) % 3 + 1)) : 1000000;
    if (!digits || digits > 9 || !n || (*end && (!unit || end[1])))
        return say_problem(STATUS_USAGE, "-C 5 is 5 million bytes; k, m and g behind it mean KiB, MiB and GiB",
                           "-C can't read the size %s", text);
    r->size = n * scale;
    return 0;
}

int ring_check(const ring *r, const char *name) {
    if (r->files && !ring_used(r))
        return say_problem(STATUS_USAGE, "add -C SIZE or -G SECONDS", "-W counts files that -C or -G begin");
    if (ring_used(r) && (!name || strcmp(name, "-") == 0))
        return say_problem(STATUS_USAGE, "add -w FILE", "-C and -G write several files");
    return 0;
}

/* So many digits that the names of all files are sorted as the files are. */
static int digits_of(const ring *r) {
    int n = 0;
    for (uint64_t most = r->files ? r->files - 1 : 0; most; most /= 10)
        n++;
    return r->size ? n : 0;
}

static bool name_of(ring *r, char *to, size_t room) {
    char base[PATH_MAX];
    struct tm local;
    size_t n = strlen(r->name);
    if (!r->seconds && n < sizeof base)
        memcpy(base, r->name, n + 1);
    else if (r->seconds)
        n = localtime_r(&r->began, &local) ? strftime(base, sizeof base, r->name, &local) : 0;
    if (!n || n >= sizeof base)
        return false;
    int digits = digits_of(r), length;
    if (r->by_size || digits)
        length = snprintf(to, room, "%s%0*llu", base, digits, (unsigned long long)r->by_size);
    else
        length = snprintf(to, room, "%s", base);
    return length > 0 && (size_t)length < room;
}

static bool begin(ring *r, wt_writer **writer) {
    char name[PATH_MAX];
    if (!name_of(r, name, sizeof name)) {
        snprintf(r->problem.text, sizeof r->problem.text, "-w %.100s makes no file name", r->name);
        return false;
    }
    *writer = wt_writer_open(name, r->format, true, &r->problem);
    if (!*writer && errno == EACCES)
        snprintf(r->problem.hint, sizeof r->problem.hint,
                 "It is opened without root's rights: the folder must be open to who called sudo, or to nobody.");
    r->opened += *writer != NULL;
    return *writer != NULL;
}

static bool time_is_up(const ring *r, time_t now) { return r->seconds && now - r->began >= (time_t)r->seconds; }

/* With -C, too, -W only says when the numbers begin anew. */
static bool last_by_time(const ring *r) { return r->files && !r->size && r->by_time + 1 >= r->files; }

bool ring_is_over(const ring *r, time_t now) { return time_is_up(r, now) && last_by_time(r); }

bool ring_turn(ring *r, wt_writer **writer, time_t now) {
    if (!*writer) {
        r->began = now;
        return begin(r, writer);
    }
    bool by_time = time_is_up(r, now);
    if (ring_is_over(r, now))
        return false;
    if (!by_time && (!r->size || wt_writer_size(*writer) <= r->size))
        return true;
    bool closed = wt_writer_close(*writer, &r->problem);
    *writer = NULL;
    if (!closed)
        return false;
    if (by_time) {
        r->began = now;
        r->by_time++;
        r->by_size = 0;
    } else {
        r->by_size = r->files ? (r->by_size + 1) % r->files : r->by_size + 1;
    }
    return begin(r, writer);
}
