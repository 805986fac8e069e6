/* groups.h - items of one name found behind each other, however many there are between them.
 *
 * Both JSON formats write all values of a name together.  What was found is for one set of items
 * (a frame's, or those of one heading), until the next begins; items of other sets stay as they are. */
#ifndef WT_PRINT_GROUPS_H
#define WT_PRINT_GROUPS_H

#include "wiretale/tape.h"

typedef struct wt_groups {
    uint32_t *head, *tail;       /* for each row: the first and the last item of the set that `mark` names */
    uint64_t *mark;
    wt_fid *first_row;           /* for each row the first row of its name, + 1; 0: not looked for yet */
    uint32_t *next;              /* for each item the next of its name; 0: there is none */
    uint32_t room;               /* of next */
    uint64_t now;                /* the set at work */
} wt_groups;

/* False: memory ran out.  What was made is to be freed in either case. */
bool wt_groups_make(wt_groups *g);
void wt_groups_free(wt_groups *g);
/* Room for a tape of so many items; false: memory ran out. */
bool wt_groups_room(wt_groups *g, uint32_t items);

/* Some names have several rows: the first of them stands for the name. */
wt_fid wt_groups_look(wt_groups *g, wt_fid row);
static inline wt_fid wt_groups_name(wt_groups *g, wt_fid row) {
    return g->first_row[row] ? g->first_row[row] - 1 : wt_groups_look(g, row);
}

static inline void wt_groups_begin(wt_groups *g) { g->now++; }

enum { WT_GROUPS_AGAIN = INT32_MIN };    /* a bit of next: one of its name came before it */

/* Item i, of that row, belongs to the set.  True if it is the first of its name. */
static inline bool wt_groups_add(wt_groups *g, wt_fid row, uint32_t i) {
    wt_fid name = wt_groups_name(g, row);
    bool first = g->mark[name] != g->now;
    g->next[i] = first ? 0 : (uint32_t)WT_GROUPS_AGAIN;
    if (first) {
        g->mark[name] = g->now;
        g->head[name] = i;
    } else {
        g->next[g->tail[name]] |= i;
    }
    g->tail[name] = i;
    return first;
}

static inline bool wt_groups_is_first(const wt_groups *g, uint32_t i) {
    return !(g->next[i] & (uint32_t)WT_GROUPS_AGAIN);
}
static inline uint32_t wt_groups_next(const wt_groups *g, uint32_t i) {
    return g->next[i] & ~(uint32_t)WT_GROUPS_AGAIN;
}

#endif
