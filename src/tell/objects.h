/* objects.h - what HTTP's messages carried, each body as a file. */
#ifndef WT_TELL_OBJECTS_H
#define WT_TELL_OBJECTS_H

#include "wiretale/print.h"

typedef struct wt_objects wt_objects;

/* Files are made in the folder open as `dir` (its file descriptor, the caller's).  NULL if memory ran out. */
wt_objects *wt_objects_new(int dir);
void wt_objects_needs(wt_objects *o, wt_options *session);
void wt_objects_tape(wt_objects *o, const wt_tape *tape);
/* Bodies that did not come whole keep ".incomplete" behind their name.  The list, to `out`: text or JSON. */
void wt_objects_end(wt_objects *o, wt_out *out, bool json);
/* 0, or the errno of a file that could not be written; its name is in `name` (may be NULL). */
int wt_objects_error(const wt_objects *o, const char **name);
uint32_t wt_objects_count(const wt_objects *o);
void wt_objects_free(wt_objects *o);

/* A name that is safe for a file, from what a URI ends with ("/a/../b.html?x" → "b.html"); n ≤ room - 1 bytes,
 * NUL-terminated. */
void wt_object_name(const char *uri, size_t n, const char *media_type, size_t type_n, char *out, size_t room);

#endif
