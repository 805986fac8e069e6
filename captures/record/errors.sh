#!/bin/sh
# errors.sh: what routers and hosts say when a packet can't be delivered; IP options on the way.
#: errors.pcapng: what a router and a host answer to packets that can't be delivered; pings with IP options
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
WITH_IPV6=yes
make_router
sleep 2.5
on_router sh -c 'echo 0 >/proc/sys/net/ipv4/icmp_ratelimit; echo 0 >/proc/sys/net/ipv6/icmp/ratelimit' 2>/dev/null || true
record errors.pcapng
tell() { python3 -c 'import socket, sys
s = socket.socket(socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(b"anybody there?", (sys.argv[1], 9))' "$1"; sleep 0.05; }
ping -c 1 -W 1 -s 24 -n 192.0.2.1 || true               # the router knows no way
tell 10.0.1.2                                           # nobody has that port
tell fd01::2
ping -c 1 -t 1 -s 24 -n 10.0.1.2 || true                # dies at the first router
ping -c 1 -t 1 -s 24 -n fd01::2 || true
ping -c 1 -W 1 -s 24 -n 2001:db8::1 || true
ping -c 1 -W 1 -M do -s 1400 -n 10.0.1.2 || true        # must not be cut, but is too big for the second cable
ping -c 1 -W 1 -M do -s 1400 -n fd01::2 || true
ping -c 1 -R -s 24 -n 10.0.1.2                          # record route
ping -c 1 -T tsandaddr -s 24 -n 10.0.1.2                # time stamps
save
