#!/bin/sh
# tcp.sh: what TCP is for. cable.py is a bad cable, talk.py speaks at both ends of it.
#: tcp-loss.pcapng: a cable that loses, delays and doubles segments; everything arrives
#: tcp-window.pcapng: a receiver that does not read: zero window, probes, window update
#: tcp-manners.pcapng: a keep-alive, a half-closed connection, an aborted one, a refused one
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
unshare -n sleep infinity &
SERVER=$!
echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6
scene() {    # NAME, rules of the cable
    name=$1
    shift
    python3 captures/record/cable.py "$@" &
    cable=$!
    await ip link show far
    ip link set wire address 02:00:00:00:00:01 mtu 576
    ip link set far netns "$SERVER" name wire address 02:00:00:00:00:02 mtu 576
    on_server sh -c 'echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6'
    ip address add 10.0.0.1/24 dev wire
    on_server ip address add 10.0.0.2/24 dev wire
    ip link set wire up
    on_server ip link set wire up
    record "tcp-$name.pcapng"
    python3 captures/record/talk.py "$name" "$SERVER"
    save
    kill $cable
    wait $cable || true
}
scene loss ">0" lose "<4" lose "<12" late "<15" twice ">2" lose
scene window
scene manners
