/* select.c - one stream, a range of time: as the command line says them, and as frames meet them. */
#include "cmd/select.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cmd/cmd.h"

#define SECOND INT64_C(1000000000)
#define DAY (86400 * SECOND)

/* ---- a stream --------------------------------------------------------------------------- */

int select_stream(selection *s, const char *text) {
    static const char hint[] = "for example --stream tcp:3 or udp:0; `wiretale flows FILE` lists them";
    size_t name = strcspn(text, ":,");
    const char *number = text[name] ? text + name + 1 : text;
    bool udp = name == 3 && memcmp(text, "udp", 3) == 0,
         tcp = number == text || (name == 3 && memcmp(text, "tcp", 3) == 0);
    size_t digits = strspn(number, "0123456789");
    unsigned long long n = strtoull(number, NULL, 10);
    if ((!udp && !tcp) || !digits || number[digits] || digits > 10 || n >= UINT32_MAX)
        return say_problem(STATUS_USAGE, hint, "%s names no stream", text);
    s->transport = (uint8_t)wt_protocol_find(udp ? "udp" : "tcp");
    s->stream = (uint32_t)n;
    s->stream_text = text;
    s->stream_chosen = true;
    return 0;
}

bool select_tape(const selection *s, const wt_tape *tape) {
    for (uint32_t l = 0; s->stream_chosen && l < tape->layer_count; l++)
        if (tape->layers[l].proto == s->transport && tape->layers[l].stream == s->stream)
            return true;
    return !s->stream_chosen;
}

/* ---- a time ----------------------------------------------------------------------------- */

/* Exactly `digits` digits at *p as a number, -1 if they are not there; *p moves on. */
static int two(const char **p, int digits) {
    int v = 0;
    for (int i = 0; i < digits; i++, ++*p) {
        if (**p < '0' || **p > '9')
            return -1;
        v = v * 10 + (**p - '0');
    }
    return v;
}

/* ".5" as nanoseconds; 0 if there is none, -1 if it is none.  Six digits are a time as it is printed, cut to
 * microseconds: *within is how far the end of that microsecond is. */
static int64_t fraction(const char **p, int64_t *within) {
    int64_t ns = 0, unit = SECOND;
    *within = 0;
    if (**p != '.')
        return 0;
    for (++*p; **p >= '0' && **p <= '9'; ++*p) {
        unit /= 10;
        ns += unit * (**p - '0');
    }
    *within = unit == 1000 ? 999 : 0;
    return unit == SECOND ? -1 : ns;
}

/* "13:39:45.9" as nanoseconds since midnight; -1 if it is none. */
static int64_t time_of_day(const char **p, int64_t *within) {
    int h = two(p, 2);
    if (h < 0 || h > 23 || *(*p)++ != ':')
        return -1;
    int m = two(p, 2);
    if (m < 0 || m > 59)
        return -1;
    int s = 0;
    if (**p == ':') {
        ++*p;
        s = two(p, 2);
    }
    int64_t part = fraction(p, within);
    return s < 0 || s > 60 || part < 0 ? -1 : (h * 3600 + m * 60 + s) * SECOND + part;
}

/* "2026-11-24" as nanoseconds since 1970; -1 if it is none. */
static int64_t date(const char **p) {
    struct tm t = {0};
    t.tm_year = two(p, 4) - 1900;
    if (t.tm_year < 70 || t.tm_year > 350 || *(*p)++ != '-')
        return -1;
    t.tm_mon = two(p, 2) - 1;
    if (t.tm_mon < 0 || t.tm_mon > 11 || *(*p)++ != '-')
        return -1;
    int day = t.tm_mday = two(p, 2), month = t.tm_mon;
    int64_t seconds = (int64_t)timegm(&t);
    return day < 1 || t.tm_mday != day || t.tm_mon != month || seconds > INT64_MAX / SECOND - 100000
               ? -1 : seconds * SECOND;
}

static bool absolute(moment *m, const char *p) {
    int64_t day = date(&p), rest = 0, within = 0;
    if (day >= 0 && (*p == 'T' || *p == ' ')) {
        p++;
        rest = time_of_day(&p, &within);
    }
    if (*p == 'Z')
        p++;
    *m = (moment){.kind = MOMENT_ABSOLUTE, .ns = day + rest, .within = within};
    return day >= 0 && rest >= 0 && !*p;
}

static bool of_day(moment *m, const char *p) {
    *m = (moment){.kind = MOMENT_OF_DAY};
    m->ns = time_of_day(&p, &m->within);
    if (*p == 'Z')
        p++;
    return m->ns >= 0 && !*p;
}

/* Seconds since the first frame; so many that no capture lasts that long are since 1970, as -t e prints them. */
static bool seconds(moment *m, const char *p) {
    size_t digits = strspn(p, "0123456789");
    if (!digits || digits > 10)
        return false;
    int64_t whole = (int64_t)strtoull(p, NULL, 10);
    p += digits;
    int64_t within, part = fraction(&p, &within);
    if (part < 0 || *p || whole > INT64_MAX / SECOND - 1)
        return false;
    *m = (moment){.kind = digits == 10 ? MOMENT_ABSOLUTE : MOMENT_RELATIVE,
                  .ns = whole * SECOND + part, .within = within};
    return true;
}

int select_moment(moment *m, const char *option, const char *text) {
    if (!(strchr(text, '-') ? absolute(m, text) : strchr(text, ':') ? of_day(m, text) : seconds(m, text)))
        return say_problem(STATUS_USAGE,
                           "seconds since the first frame (1.5), or UTC: 13:39:45.9, 2026-11-24T13:39:45Z",
                           "%s can't read the time %s", option, text);
    m->text = text;
    return 0;
}

int select_check(const selection *s) {
    if (s->from.kind && s->from.kind == s->to.kind && s->from.ns > s->to.ns)
        return say_problem(STATUS_USAGE, "Exchange them.", "--from %s is later than --to %s", s->from.text, s->to.text);
    return 0;
}

bool select_range(const selection *s) { return s->from.kind || s->to.kind; }

/* The moment, as nanoseconds since 1970. */
static int64_t resolve(const moment *m, int64_t first_ns) {
    int64_t since = m->kind == MOMENT_RELATIVE ? first_ns : m->kind == MOMENT_OF_DAY ? first_ns - first_ns % DAY : 0;
    return since > INT64_MAX - m->ns ? INT64_MAX : since + m->ns;
}

bool select_time(const selection *s, int64_t first_ns, int64_t ns) {
    if (!select_range(s))
        return true;
    if (ns == INT64_MIN || first_ns == INT64_MIN)
        return false;
    return (!s->from.kind || ns >= resolve(&s->from, first_ns)) &&
           (!s->to.kind || ns - s->to.within <= resolve(&s->to, first_ns));
}
