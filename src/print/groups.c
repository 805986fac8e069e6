/* groups.c - memory for what groups.h finds, and which row stands for a name. */
#include "print/groups.h"

#include <stdlib.h>

bool wt_groups_make(wt_groups *g) {
    size_t rows = (size_t)wt_protocol_count() << WT_FID_BITS;
    g->head = malloc(rows * sizeof *g->head);
    g->tail = malloc(rows * sizeof *g->tail);
    g->mark = calloc(rows, sizeof *g->mark);
    g->first_row = calloc(rows, sizeof *g->first_row);
    return g->head && g->tail && g->mark && g->first_row;
}

void wt_groups_free(wt_groups *g) {
    free(g->head);
    free(g->tail);
    free(g->mark);
    free(g->first_row);
    free(g->next);
}

bool wt_groups_room(wt_groups *g, uint32_t items) {
    if (items <= g->room)
        return true;
    uint32_t *next = realloc(g->next, 2 * (size_t)items * sizeof *next);
    if (!next)
        return false;
    g->next = next;
    g->room = 2 * items;
    return true;
}

wt_fid wt_groups_look(wt_groups *g, wt_fid row) {
    const wt_field *field = wt_field_get(row);
    g->first_row[row] = (field ? wt_field_find_next(field->name, WT_FID_NONE) : row) + 1;
    return g->first_row[row] - 1;
}
