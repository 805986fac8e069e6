/* defrag.c - IP datagrams put together from their fragments. */
#include "core/defrag.h"

void wt_defrag_free(wt_session *s) { s->defrag = NULL; }
