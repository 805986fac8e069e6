/* pool.h - making and ending the pool; wt_pool_get and wt_pool_put are in session.h. */
#ifndef WT_CORE_POOL_H
#define WT_CORE_POOL_H

typedef struct wt_session wt_session;
struct wt_pool;

struct wt_pool *wt_pool_new(wt_session *s);
void wt_pool_free(wt_session *s, struct wt_pool *p);
/* The frame is over: all that wt_pool_put_later() was given is put back. */
void wt_pool_take_back(wt_session *s);

#endif
