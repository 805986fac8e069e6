#!/bin/sh
# tunnel.sh: a tunnel device has no link layer: its frames begin with IP. tunnel.py answers the pings at the other end.
# The first frame gets a comment (editcap, from wireshark-common).
#: tunnel.pcapng: pings through a tun device: frames without a link layer
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
WITH_IPV6=yes
python3 captures/record/tunnel.py &
await ip link show tun0
ip address add 10.0.2.1/24 dev tun0
ip address add fd02::1/64 dev tun0 nodad
ip link set tun0 addrgenmode none up
record tunnel.pcapng -i tun0
ping -c 1 -s 24 -n 10.0.2.2
ping -c 1 -s 24 -n fd02::2
save
editcap -a "1:The first packet through the tunnel." captures/tunnel.pcapng "$dir/commented"
cp "$dir/commented" captures/tunnel.pcapng
