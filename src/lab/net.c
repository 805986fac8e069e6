/* net.c - cables, bridges, addresses and routes, by rtnetlink. */
#include "lab/net.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/ethtool.h>
#include <linux/if_link.h>
#include <linux/if_tun.h>
#include <linux/neighbour.h>
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>
#include <linux/sockios.h>
#include <linux/veth.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

/* ---- messages --------------------------------------------------------------------------- */

typedef struct message {
    union {
        struct nlmsghdr header;
        uint8_t bytes[1024];
    };
} message;

static void *put(message *m, size_t size) {
    void *at = m->bytes + NLMSG_ALIGN(m->header.nlmsg_len);
    m->header.nlmsg_len = (uint32_t)(NLMSG_ALIGN(m->header.nlmsg_len) + size);
    return at;
}

static void *begin(message *m, uint16_t type, uint16_t flags, size_t size) {
    memset(m, 0, sizeof *m);
    m->header.nlmsg_len = NLMSG_HDRLEN;
    m->header.nlmsg_type = type;
    m->header.nlmsg_flags = (uint16_t)(NLM_F_REQUEST | NLM_F_ACK | flags);
    return put(m, size);
}

static struct rtattr *attribute(message *m, unsigned short type, const void *data, size_t size) {
    struct rtattr *a = put(m, RTA_LENGTH(size));
    a->rta_type = type;
    a->rta_len = (unsigned short)RTA_LENGTH(size);
    if (size)
        memcpy(RTA_DATA(a), data, size);
    return a;
}

static void text(message *m, unsigned short type, const char *s) { attribute(m, type, s, strlen(s) + 1); }
static void number(message *m, unsigned short type, uint32_t v) { attribute(m, type, &v, sizeof v); }

/* What was put since `a` is inside it. */
static void end(message *m, struct rtattr *a) {
    a->rta_len = (unsigned short)(m->bytes + m->header.nlmsg_len - (uint8_t *)a);
}

static int answer(int fd) {
    union {
        struct nlmsghdr header;
        uint8_t bytes[4096];
    } in;
    ssize_t n = recv(fd, &in, sizeof in, 0);
    if (n < 0)
        return errno;
    if ((size_t)n < NLMSG_LENGTH(sizeof(struct nlmsgerr)) || in.header.nlmsg_type != NLMSG_ERROR)
        return EPROTO;
    return -((struct nlmsgerr *)NLMSG_DATA(&in.header))->error;
}

static int ask(const message *m) {
    int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
    if (fd < 0)
        return errno;
    int status = send(fd, m, m->header.nlmsg_len, 0) < 0 ? errno : answer(fd);
    close(fd);
    return status;
}

/* ---- links ------------------------------------------------------------------------------ */

int net_cable(const net_end *a, const net_end *b) {
    message m;
    begin(&m, RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, sizeof(struct ifinfomsg));
    text(&m, IFLA_IFNAME, a->name);
    attribute(&m, IFLA_ADDRESS, a->mac, sizeof a->mac);
    struct rtattr *info = attribute(&m, IFLA_LINKINFO, NULL, 0);
    text(&m, IFLA_INFO_KIND, "veth");
    struct rtattr *data = attribute(&m, IFLA_INFO_DATA, NULL, 0);
    struct rtattr *peer = attribute(&m, VETH_INFO_PEER, NULL, 0);
    put(&m, sizeof(struct ifinfomsg));
    text(&m, IFLA_IFNAME, b->name);
    attribute(&m, IFLA_ADDRESS, b->mac, sizeof b->mac);
    number(&m, IFLA_NET_NS_FD, (uint32_t)b->space);
    end(&m, peer);
    end(&m, data);
    end(&m, info);
    return ask(&m);
}

static int set_mac(const char *name, const uint8_t mac[6]) {
    message m;
    struct ifinfomsg *i = begin(&m, RTM_SETLINK, 0, sizeof *i);
    i->ifi_index = (int)if_nametoindex(name);
    attribute(&m, IFLA_ADDRESS, mac, 6);
    return i->ifi_index ? ask(&m) : ENODEV;
}

int net_tap(const char *name, const uint8_t mac[6], int *fd) {
    struct ifreq r = {.ifr_flags = IFF_TAP | IFF_NO_PI};
    snprintf(r.ifr_name, sizeof r.ifr_name, "%s", name);
    *fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    int status = *fd < 0 ? errno : ioctl(*fd, TUNSETIFF, &r) != 0 ? errno : set_mac(name, mac);
    if (status && *fd >= 0)
        close(*fd);
    return status;
}

int net_bridge(const char *name, const uint8_t mac[6]) {
    message m;
    begin(&m, RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, sizeof(struct ifinfomsg));
    text(&m, IFLA_IFNAME, name);
    attribute(&m, IFLA_ADDRESS, mac, 6);
    struct rtattr *info = attribute(&m, IFLA_LINKINFO, NULL, 0);
    text(&m, IFLA_INFO_KIND, "bridge");
    struct rtattr *data = attribute(&m, IFLA_INFO_DATA, NULL, 0);
    attribute(&m, IFLA_BR_MCAST_SNOOPING, &(uint8_t){0}, 1);   /* else it speaks by itself (IGMP) */
    end(&m, data);
    end(&m, info);
    return ask(&m);
}

int net_delay(const char *name, int64_t ns) {
    enum { TICK_NS = 64, FRAMES = 100000 };
    message m;
    struct tcmsg *t = begin(&m, RTM_NEWQDISC, NLM_F_CREATE | NLM_F_EXCL, sizeof *t);
    t->tcm_ifindex = (int)if_nametoindex(name);
    t->tcm_handle = TC_H_MAKE(1u << 16, 0);
    t->tcm_parent = TC_H_ROOT;
    if (!t->tcm_ifindex)
        return ENODEV;
    struct tc_netem_qopt o = {.latency = (uint32_t)(ns / TICK_NS), .limit = FRAMES};
    text(&m, TCA_KIND, "netem");
    struct rtattr *options = attribute(&m, TCA_OPTIONS, &o, sizeof o);
    attribute(&m, TCA_NETEM_LATENCY64, &ns, sizeof ns);
    end(&m, options);
    return ask(&m);
}

static int change(const char *name, unsigned flags, unsigned master) {
    message m;
    struct ifinfomsg *i = begin(&m, RTM_SETLINK, 0, sizeof *i);
    i->ifi_index = (int)if_nametoindex(name);
    i->ifi_flags = i->ifi_change = flags;
    if (!i->ifi_index)
        return ENODEV;
    if (master)
        number(&m, IFLA_MASTER, master);
    return ask(&m);
}

int net_up(const char *name) { return change(name, IFF_UP, 0); }

int net_plug(const char *name, const char *bridge) {
    unsigned master = if_nametoindex(bridge);
    return master ? change(name, 0, master) : ENODEV;
}

/* ---- addresses and routes --------------------------------------------------------------- */

typedef struct prefix {
    uint8_t family, bits, size;
    uint8_t address[16];
} prefix;

static int read_prefix(const char *s, prefix *p) {
    char address[64];
    const char *slash = strchr(s, '/');
    size_t n = slash ? (size_t)(slash - s) : strlen(s);
    if (n >= sizeof address)
        return EINVAL;
    memcpy(address, s, n);
    address[n] = 0;
    p->family = strchr(address, ':') ? AF_INET6 : AF_INET;
    p->size = p->family == AF_INET6 ? 16 : 4;
    if (inet_pton(p->family, address, p->address) != 1)
        return EINVAL;
    char *rest = NULL;
    unsigned long bits = slash ? strtoul(slash + 1, &rest, 10) : p->size * 8ul;
    p->bits = (uint8_t)bits;
    return bits > p->size * 8ul || (slash && (rest == slash + 1 || *rest)) ? EINVAL : 0;
}

int net_address(const char *name, const char *address) {
    message m;
    prefix p;
    int bad = read_prefix(address, &p);
    struct ifaddrmsg *a = begin(&m, RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, sizeof *a);
    a->ifa_family = p.family;
    a->ifa_prefixlen = p.bits;
    a->ifa_index = if_nametoindex(name);
    if (p.family == AF_INET6)
        a->ifa_flags = IFA_F_NODAD;
    if (bad || !a->ifa_index)
        return bad ? bad : ENODEV;
    attribute(&m, IFA_LOCAL, p.address, p.size);
    attribute(&m, IFA_ADDRESS, p.address, p.size);
    return ask(&m);
}

int net_route(const char *destination, const char *via) {
    message m;
    prefix to = {0}, router;
    bool all = strcmp(destination, "default") == 0;
    int bad = read_prefix(via, &router);
    if (!bad && !all)
        bad = read_prefix(destination, &to);
    struct rtmsg *r = begin(&m, RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL, sizeof *r);
    r->rtm_family = router.family;
    r->rtm_dst_len = to.bits;
    r->rtm_table = RT_TABLE_MAIN;
    r->rtm_protocol = RTPROT_BOOT;
    r->rtm_type = RTN_UNICAST;
    if (bad)
        return bad;
    if (!all)
        attribute(&m, RTA_DST, to.address, to.size);
    attribute(&m, RTA_GATEWAY, router.address, router.size);
    return ask(&m);
}

int net_neighbour(const char *name, const char *address, const char *mac) {
    message m;
    prefix p;
    uint8_t bytes[6];
    int bad = read_prefix(address, &p);
    if (sscanf(mac, "%2hhx:%2hhx:%2hhx:%2hhx:%2hhx:%2hhx", &bytes[0], &bytes[1], &bytes[2], &bytes[3], &bytes[4],
               &bytes[5]) != 6)
        bad = EINVAL;
    struct ndmsg *n = begin(&m, RTM_NEWNEIGH, NLM_F_CREATE | NLM_F_REPLACE, sizeof *n);
    n->ndm_family = p.family;
    n->ndm_ifindex = (int)if_nametoindex(name);
    n->ndm_state = NUD_PERMANENT;
    if (bad || !n->ndm_ifindex)
        return bad ? bad : ENODEV;
    attribute(&m, NDA_DST, p.address, p.size);
    attribute(&m, NDA_LLADDR, bytes, sizeof bytes);
    return ask(&m);
}

/* ---- the rest --------------------------------------------------------------------------- */

int net_honest(const char *name) {
    static const uint32_t off[] = {ETHTOOL_STXCSUM, ETHTOOL_SRXCSUM, ETHTOOL_STSO, ETHTOOL_SGSO, ETHTOOL_SGRO};
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), status = fd < 0 ? errno : 0;
    for (size_t i = 0; i < sizeof off / sizeof *off && !status; i++) {
        struct ethtool_value v = {.cmd = off[i], .data = 0};
        struct ifreq r = {.ifr_data = (char *)&v};
        snprintf(r.ifr_name, sizeof r.ifr_name, "%s", name);
        if (ioctl(fd, SIOCETHTOOL, &r) != 0 && errno != EOPNOTSUPP)
            status = errno;
    }
    if (fd >= 0)
        close(fd);
    return status;
}

int net_sysctl(const char *name, const char *value) {
    char path[256];
    int n = snprintf(path, sizeof path, "/proc/sys/%s", name);
    if (n < 0 || (size_t)n >= sizeof path || strstr(name, "..") || name[0] == '/')
        return EINVAL;
    for (char *p = path + sizeof "/proc/sys/" - 1; *p; p++)
        *p = *p == '.' ? '/' : *p;
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return errno;
    int status = write(fd, value, strlen(value)) < 0 ? errno : 0;
    close(fd);
    return status;
}

static bool listed(const char *path, unsigned wanted_state, unsigned port) {
    char line[512];
    bool found = false;
    FILE *f = fopen(path, "re");
    while (f && !found && fgets(line, sizeof line, f)) {
        unsigned local, state;
        if (sscanf(line, " %*[0-9]: %*[0-9A-Fa-f]:%x %*[0-9A-Fa-f]:%*x %x", &local, &state) == 2)
            found = local == port && state == wanted_state;
    }
    if (f)
        fclose(f);
    return found;
}

bool net_listens(bool tcp, unsigned port) {
    enum { LISTEN = 10, UNCONNECTED = 7 };
    return tcp ? listed("/proc/thread-self/net/tcp", LISTEN, port) || listed("/proc/thread-self/net/tcp6", LISTEN, port)
               : listed("/proc/thread-self/net/udp", UNCONNECTED, port) ||
                   listed("/proc/thread-self/net/udp6", UNCONNECTED, port);
}
