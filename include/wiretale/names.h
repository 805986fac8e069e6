/* names.h - names for addresses and ports, if they are wanted.
 *
 * Nothing here asks the network.  Names come from what the caller adds (files of this machine, a capture's name
 * resolution blocks) and from what frames say: DNS answers, the server names of TLS hellos.  One object is for one
 * thread. */
#ifndef WIRETALE_NAMES_H
#define WIRETALE_NAMES_H

#include "session.h"

typedef struct wt_names wt_names;

/* What is to be named, or learned from; the letters are those of -N. */
enum {
    WT_NAMES_DNS = 1,                /* d: learn from DNS answers */
    WT_NAMES_MAC = 2,                /* m */
    WT_NAMES_NETWORK = 4,            /* n: names that the caller adds for IP addresses */
    WT_NAMES_SERVER = 8,             /* s: learn from TLS server names */
    WT_NAMES_PORTS = 16              /* t */
};

/* NULL if memory ran out. */
WT_API wt_names *wt_names_new(unsigned kinds);
/* The kinds it was made with. */
WT_API unsigned wt_names_kinds(const wt_names *names);
/* A name for an address of `length` 4, 6 (MAC) or 16 bytes; the first one for an address stays.  Names of kinds that
 * are not wanted, longer than 255 bytes or not printable are left out. */
WT_API void wt_names_add(wt_names *names, const uint8_t *address, size_t length, const char *name, size_t name_length);
/* A name for a port of "tcp" or "udp". */
WT_API void wt_names_add_port(wt_names *names, const char *transport, uint16_t port, const char *name);
/* Add to what the session puts on its tapes what can be learned from.  options->want then points into `names`.
 * False: memory ran out. */
WT_API bool wt_names_needs(wt_names *names, wt_options *options);
/* Learn what this frame says. */
WT_API void wt_names_learn(wt_names *names, const wt_tape *tape);
/* The name, or NULL; valid as long as `names`. */
WT_API const char *wt_names_find(const wt_names *names, const uint8_t *address, size_t length);
WT_API const char *wt_names_find_port(const wt_names *names, const char *transport, uint16_t port);
/* Names that were left out because a limit (docs/limits.md) allows no more. */
WT_API size_t wt_names_left_out(const wt_names *names);
WT_API void wt_names_free(wt_names *names);

#endif
