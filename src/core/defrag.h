/* defrag.h - IP datagrams put together from their fragments. */
#ifndef WT_CORE_DEFRAG_H
#define WT_CORE_DEFRAG_H

#include "core/session.h"

void wt_defrag_free(wt_session *s);

#endif
