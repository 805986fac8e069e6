#!/bin/sh
# hops.sh: one request through a router, recorded at both of its cables at once. Needs dumpcap and reordercap (wireshark-common).
#: hops.pcapng: one request through a router, recorded at both of its cables
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
make_router
for at in on_router on_server; do $at sh -c "echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6" 2>/dev/null || true; done
no_offload on_router
on_router ethtool -K far tx off rx off tso off gso off gro off >/dev/null 2>&1 || true
on_server python3 captures/record/broken.py &
await listens 80
on_router dumpcap -q -i wire -i far -w "$dir/hops.pcapng" >"$dir/dumpcap" 2>&1 &
recorder=$!
await on_router grep -q "^ALL" /proc/net/ptype
sleep 0.5
curl -sS -A curl -H "Accept:" --noproxy '*' http://10.0.1.2/cart >"$dir/answer"
sleep 0.5
kill -INT "$(pgrep -n dumpcap)"
wait $recorder || true
reordercap "$dir/hops.pcapng" captures/hops.pcapng >"$dir/reordercap"
