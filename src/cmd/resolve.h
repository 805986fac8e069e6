/* resolve.h - -N: which names are wanted, and the ones that this machine's files know. */
#ifndef WT_CMD_RESOLVE_H
#define WT_CMD_RESOLVE_H

#include "wiretale/names.h"

/* The letters of -N as kinds; 0, or the exit status after having said what is wrong. */
int resolve_parse(const char *letters, unsigned *kinds);
/* Add what /etc/hosts, /etc/ethers and /etc/services know, as far as it is wanted.  A file that
 * is not there is no mistake. */
void resolve_load(wt_names *names);

#endif
