/* net.h - cables, bridges, addresses and routes, by rtnetlink, in the network namespace of the calling process.
 *
 * Every call returns 0 or an errno.  Nothing but the kernel is needed: no `ip`, no `ethtool`. */
#ifndef WT_LAB_NET_H
#define WT_LAB_NET_H

#include <stdbool.h>
#include <stdint.h>

typedef struct net_end {
    const char *name;                /* of the interface: "eth0" */
    uint8_t mac[6];
    int space;                       /* its network namespace, by descriptor */
} net_end;

/* A veth cable between two namespaces.  `a` is made in the namespace where we are. */
int net_cable(const net_end *a, const net_end *b);
/* A TAP interface in the namespace where we are: what is sent there can be read from `*fd`, which never waits. */
int net_tap(const char *name, const uint8_t mac[6], int *fd);
/* A bridge: what a switch is. */
int net_bridge(const char *name, const uint8_t mac[6]);
/* Plug an interface into a bridge. */
int net_plug(const char *name, const char *bridge);
/* What is sent there leaves that much later: netem, where the kernel has it (else ENOENT). */
int net_delay(const char *name, int64_t ns);
int net_up(const char *name);
/* `address` is "10.0.0.1/24" or "fd00::1/64": EINVAL if it can't be read. */
int net_address(const char *name, const char *address);
/* The way to `destination` ("10.0.0.0/8", or "default") is through the router `via`. */
int net_route(const char *destination, const char *via);
/* Who asks for `address` needs no ARP: it is at `mac` ("02:00:00:00:00:09"), for good. */
int net_neighbour(const char *name, const char *address, const char *mac);
/* Segments as they are on a real cable: none longer than the MTU, checksums filled in by the sender. */
int net_honest(const char *name);
/* Write one value below /proc/sys: net_sysctl("net.ipv4.ip_forward", "1"). */
int net_sysctl(const char *name, const char *value);
/* Does anything listen at that port, in this namespace? */
bool net_listens(bool tcp, unsigned port);

#endif
