/* amounts.c - numbers and times as people read them. */
#include "tell/amounts.h"

void wt_put_grouped(wt_text *t, uint64_t v) {
    if (v >= 1000) {
        wt_put_grouped(t, v / 1000);
        wt_put_c(t, ',');
        wt_put_c(t, (char)('0' + v / 100 % 10));
        wt_put_c(t, (char)('0' + v / 10 % 10));
        wt_put_c(t, (char)('0' + v % 10));
    } else {
        wt_put_u(t, v);
    }
}

void wt_put_duration(wt_text *t, int64_t ns) {
    static const struct {
        int64_t unit;
        const char *name;
    } units[] = {{1000000000, " s"}, {1000000, " ms"}, {1000, " µs"}};
    ns = ns < 0 ? 0 : ns;
    if (ns > 0 && ns < 1000) {
        wt_put_u(t, (uint64_t)ns);
        wt_put_s(t, " ns");
        return;
    }
    for (int i = 0; i < 3; i++) {
        int64_t unit = units[i].unit;
        if (ns < unit && i < 2)
            continue;
        int64_t whole = ns / unit, hundredths = ns % unit * 100 / unit;
        wt_put_u(t, (uint64_t)whole);
        if (whole < 100 && i < 2) {
            wt_put_c(t, '.');
            wt_put_c(t, (char)('0' + hundredths / 10));
            if (whole < 10)
                wt_put_c(t, (char)('0' + hundredths % 10));
        }
        wt_put_s(t, units[i].name);
        return;
    }
}
