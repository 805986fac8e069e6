/* pictures.h - header pictures of one packet, or of two with what differs marked: on a terminal, as SVG. */
#ifndef WT_TELL_PICTURES_H
#define WT_TELL_PICTURES_H

#include "print/picture.h"

enum { WT_PICTURE_PAIRS = 64 };

/* A layer, and the same one of the other packet; one of them may be NULL. */
typedef struct wt_layer_pair {
    const wt_layer *a, *b;
} wt_layer_pair;

/* One layer of two packets, or of one, laid out. */
typedef struct wt_sheet {
    const wt_tape *tape, *other;     /* what is drawn, and what it is compared with (NULL: nothing) */
    const wt_layer *layer, *beside;  /* beside: the same layer of the other packet; NULL: it has none */
    wt_layout layout, there;
    bool drawn;                      /* there is a header to draw; else only bytes */
    unsigned fields, differing;
} wt_sheet;

/* `protocol`: only its layers; -1: all.  How many pairs were found, at most WT_PICTURE_PAIRS.  `a` may be NULL. */
unsigned wt_pair_layers(const wt_tape *a, const wt_tape *b, int protocol, wt_layer_pair *pairs);
void wt_sheet_make(wt_sheet *s, const wt_tape *a, const wt_tape *b, wt_layer_pair pair, unsigned bits);
/* "3 of 13 fields differ", "only in frame 5", "38 bytes, the same in both" */
void wt_sheet_sum(wt_out *o, const wt_sheet *s);
/* What a box is called, and its value in words. */
void wt_box_name(wt_out *o, const wt_box *b);
void wt_box_value(wt_out *o, const wt_box *b);

/* Draw the layers of `b`, compared with those of `a` unless that is NULL.  Returns how many layers there were. */
unsigned wt_pictures_text(const wt_print_options *how, wt_out *out, int protocol, const wt_tape *a, const wt_tape *b);
unsigned wt_pictures_svg(const wt_print_options *how, wt_out *out, int protocol, const wt_tape *a, const wt_tape *b);

#endif
