#!/bin/sh
# websocket.sh: a chat over WebSocket, plain and compressed.
#: websocket.pcapng: a chat over WebSocket (python3-websockets at both ends), plain and then compressed
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
make_hosts
on_server /usr/bin/python3 captures/record/chat.py serve &
server=$!
await listens 80
record websocket.pcapng
/usr/bin/python3 captures/record/chat.py talk
save
kill $server
wait $server || true
