/* keylines.h - the lines of a key log, by the connection that they open: so that no others travel with a capture. */
#ifndef WT_TELL_KEYLINES_H
#define WT_TELL_KEYLINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct wt_keylines wt_keylines;

/* The file's lines; NULL: errno says why.  It is read once; 16 MiB at most. */
wt_keylines *wt_keylines_load(const char *path);
/* These are in the capture already. */
void wt_keylines_have(wt_keylines *k, const uint8_t *text, size_t n);
/* Call fn for each line of that client random that was neither taken nor had before; whether there was one. */
bool wt_keylines_take(wt_keylines *k, const uint8_t random[32], void (*fn)(void *user, const char *line, size_t n),
                      void *user);
void wt_keylines_free(wt_keylines *k);

#endif
