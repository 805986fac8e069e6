#!/bin/sh
# cooked.sh: the same question recorded on all interfaces at once (dumpcap, from wireshark-common), in the two "cooked" formats, and on the loopback.
#: cooked1.pcapng: pings recorded on all interfaces at once (Linux cooked, version 1)
#: cooked2.pcapng: the same as version 2
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
WITH_IPV6=yes
make_hosts
sleep 2.5
for kind in LINUX_SLL LINUX_SLL2; do
    ip neighbour flush dev wire
    dumpcap -q -i any -y $kind -w "$dir/$kind" 2>"$dir/log" &
    dump=$!
    await records
    sleep 0.2
    ping -c 1 -s 24 -n 10.0.0.2
    ping -c 1 -s 24 -n ::1
    sleep 0.3
    kill -INT $dump
    wait $dump
done
cp "$dir/LINUX_SLL" captures/cooked1.pcapng
cp "$dir/LINUX_SLL2" captures/cooked2.pcapng
