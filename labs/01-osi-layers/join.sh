#!/bin/sh
# join.sh: what udhcpc calls when something happens to its lease: take the address, and go through the router.
[ "$1" = bound ] || exit 0
ip address add "$ip/$mask" dev "$interface"
ip route add default via "$router"
echo "address $ip, router $router, names from $dns"
