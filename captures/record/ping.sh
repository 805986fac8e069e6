#!/bin/sh
# ping.sh: the simplest question there is, by IPv4 and by IPv6, with the neighbour discovery it needs; then a ping too big for a frame.
#: ping.pcapng: `ping` by IPv4 and IPv6, with ARP and neighbour discovery
#: fragments.pcapng: a ping of 3,000 bytes by IPv4 and IPv6: three fragments there, three back
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
WITH_IPV6=yes
make_hosts
sleep 2.5            # until the cable's own addresses are settled
record ping.pcapng
ping -c 2 -i 0.2 -s 24 -n 10.0.0.2
ping -c 2 -i 0.2 -s 24 -n fd00::2
save
record fragments.pcapng
ping -c 1 -s 3000 -n 10.0.0.2
ping -c 1 -s 3000 -n fd00::2
save
