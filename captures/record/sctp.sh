#!/bin/sh
# sctp.sh: messages between two hosts, by SCTP.
#: sctp.pcapng: two associations over SCTP: a message and its echo, and a message in three parts (usrsctp at both ends)
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
make_hosts
tools=/usr/lib/usrsctp
on_server $tools/echo_server 0 0 >"$dir/echo" 2>&1 &
on_server $tools/tsctp >"$dir/sink" 2>&1 &
sleep 0.5
record sctp.pcapng -f 'ip proto 132'
{ echo "Hello over SCTP"; sleep 0.5; } | $tools/client 10.0.0.2 7 >"$dir/client" 2>&1
$tools/tsctp -n 1 -l 4000 10.0.0.2 >"$dir/source" 2>&1
sleep 0.3
save
