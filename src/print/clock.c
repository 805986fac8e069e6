/* clock.c - a frame's time, as -t asks for it.  Dates are in UTC: the same file gives the same text everywhere. */
#include "print/clock.h"

static void two(wt_text *t, int64_t v) {
    wt_put_c(t, (char)('0' + v / 10 % 10));
    wt_put_c(t, (char)('0' + v % 10));
}

static void put_date(wt_text *t, int64_t days, enum wt_clock clock) {
    int64_t year, y;
    unsigned month, day, m, d;
    wt_civil(days, &year, &month, &day);
    wt_put_i(t, year);
    if (clock == WT_CLOCK_DATE) {
        wt_put_c(t, '-');
        two(t, month);
        wt_put_c(t, '-');
        two(t, day);
    } else {
        int64_t first = days;              /* back to the first of January */
        for (wt_civil(first, &y, &m, &d); m != 1 || d != 1; wt_civil(first, &y, &m, &d))
            first -= d > 1 ? d - 1 : 1;
        int64_t of_year = days - first + 1;
        wt_put_c(t, '/');
        wt_put_c(t, (char)('0' + of_year / 100));
        two(t, of_year % 100);
    }
    wt_put_c(t, ' ');
}

static void of_day(wt_text *t, int64_t ns, enum wt_clock clock, unsigned digits) {
    int64_t seconds = ns / 1000000000, rest = ns % 1000000000;
    if (rest < 0) {
        rest += 1000000000;
        seconds--;
    }
    int64_t days = seconds / 86400, in_day = seconds % 86400;
    if (in_day < 0) {
        in_day += 86400;
        days--;
    }
    if (clock != WT_CLOCK_TIME)
        put_date(t, days, clock);
    two(t, in_day / 3600);
    wt_put_c(t, ':');
    two(t, in_day / 60 % 60);
    wt_put_c(t, ':');
    if (in_day % 60 < 10)
        wt_put_c(t, '0');
    wt_put_seconds(t, in_day % 60 * 1000000000 + rest, digits);
}

void wt_put_clock(wt_text *t, const wt_printer *p, const wt_frame *f) {
    if (f->time_ns == INT64_MIN) {
        wt_put_s(t, "no time");
        return;
    }
    switch (p->options.clock) {
    case WT_CLOCK_EPOCH: wt_put_seconds(t, f->time_ns, 9); break;
    case WT_CLOCK_DELTA: wt_put_seconds(t, f->time_ns - p->previous_ns, 6); break;
    case WT_CLOCK_DELTA_SHOWN: wt_put_seconds(t, f->time_ns - p->shown_ns, 6); break;
    case WT_CLOCK_TIME: case WT_CLOCK_DATE: case WT_CLOCK_DAY_OF_YEAR:
        of_day(t, f->time_ns, p->options.clock, 6);
        break;
    default: wt_put_seconds(t, f->time_ns - p->first_ns, 6); break;
    }
}

void wt_put_date_time(wt_text *t, int64_t ns) { of_day(t, ns, WT_CLOCK_DATE, 6); }

void wt_put_iso_time(wt_text *t, int64_t ns) {
    uint32_t at = t->len;
    of_day(t, ns, WT_CLOCK_DATE, 9);
    char *blank = memchr(t->p + at, ' ', t->len - at);
    if (blank)
        *blank = 'T';
    wt_put_c(t, 'Z');
}
