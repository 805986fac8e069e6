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
    bool differs;                    /* from what stands there in the packet that is compared */
    const struct wt_box *other;      /* the same field there; NULL: it has none, or nothing is compared */
    const wt_field *inside;          /* the option or record that it is part of; set when two packets are compared */
} wt_box;

enum { WT_BOX_LINES = 4, WT_BOX_VALUE = 192, WT_BOXES = 160, WT_BOX_ROWS = 24, WT_ROW_BITS = 32 };

typedef struct wt_box_row {
    uint32_t first;                  /* its first bit */
    uint32_t folded;                 /* bytes left out here: the row is only a mark */
} wt_box_row;

/* A header, laid out in rows of `bits` bits.  A taller picture than WT_BOX_ROWS ends in a torn edge. */
typedef struct wt_layout {
    const wt_layer *layer;
    const uint8_t *bytes;
    wt_box boxes[WT_BOXES];
    wt_box_row rows[WT_BOX_ROWS];
    unsigned box_count, row_count, bits;
    uint32_t total;                  /* bits that are drawn or folded */
    bool torn;
} wt_layout;
#define WT_NOBODY UINT32_MAX

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
/* Lay a layer out.  False: text or mere data, there is no header to draw. */
bool wt_layout_make(wt_layout *g, const wt_tape *tape, const wt_layer *l, unsigned bits);
/* The box that column x of row r belongs to, or WT_NOBODY; rows and columns outside belong to nobody. */
uint32_t wt_layout_owner(const wt_layout *g, int r, int x);
/* The same for a bit of the header. */
uint32_t wt_layout_bit(const wt_layout *g, uint32_t bit);
/* The bytes that are not drawn, at the end. */
uint32_t wt_layout_rest(const wt_layout *g);
/* Find each box's other one in `there`, the same layer of another packet, and whether they differ. */
void wt_layout_compare(wt_layout *g, const wt_tape *tape, wt_layout *there, const wt_tape *other);

/* Draw the layer's picture, if it has fields to draw. */
void wt_picture(wt_printer *p, const wt_tape *tape, const wt_layer *l);
/* Draw what is laid out; boxes that differ are framed and show both values, the other one above. */
void wt_picture_draw(wt_printer *p, wt_layout *g);
/* How many bits a row has where there are so many columns. */
unsigned wt_picture_bits(const wt_printer *p);

#endif
