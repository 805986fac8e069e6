/* picture.h - header pictures: which field owns which bits, and what stands inside its box. */
#ifndef WT_PRINT_PICTURE_H
#define WT_PRINT_PICTURE_H

#include "print/printer.h"

/* A box: a field and the bits it takes, counted from the layer's first. */
typedef struct wt_box {
    const wt_field *field;           /* NULL: bits that no field claims */
    const wt_item *item;
    uint64_t raw;                    /* what its bits are as a number, if they are 64 or fewer */
    uint32_t from, to;
    uint8_t anchor;                  /* the row that label and value stand in */
} wt_box;

enum { WT_BOX_LINES = 4, WT_BOX_VALUE = 192 };

/* What is written in a box. */
typedef struct wt_box_text {
    const char *label[WT_BOX_LINES];
    uint8_t label_bytes[WT_BOX_LINES], label_count;
    char initials[8];                /* where label[] may point */
    char value[WT_BOX_VALUE];
    uint32_t value_bytes;
} wt_box_text;

/* Label and value, made to fit into `width` columns. */
void wt_box_fill(wt_box_text *t, wt_printer *p, const wt_box *box, unsigned width);
/* The layer's boxes in order of their bits, without gaps, at most `room`; how many. */
unsigned wt_boxes(const wt_tape *tape, const wt_layer *l, wt_box *boxes, unsigned room);
/* Draw the layer's picture, if it has fields to draw. */
void wt_picture(wt_printer *p, const wt_tape *tape, const wt_layer *l);

#endif
