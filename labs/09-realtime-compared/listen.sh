#!/bin/sh
# listen.sh AFTER COUNT EVERY SHORT LONG SSE WS POST BOTH: six clients hear the same messages, each in its own way at its own port.
after=$1 count=$2 every=$3
shift 3
for way in short long sse ws sse-post ws-both; do
    chat_client 10.0.0.2 "$1" "$way" --after "$after" --count "$count" --every "$every" >"$LAB/$way.log" &
    shift
done
until [ "$(cat "$LAB"/*.log | grep -c ready)" -eq 6 ]; do sleep 0.01; done
echo ready
wait
rm -f "$LAB"/*.log
