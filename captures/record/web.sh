#!/bin/sh
# web.sh: what HTTP/1.1 can carry, asked for by curl; server-sent events; short and long polling.
#: web.pcapng: curl asks for what HTTP/1.1 can do: codings, chunks, ranges, forms, cookies, a token, pipelining
#: sse.pcapng: server-sent events, cut in the middle of one and resumed
#: polling.pcapng: long polling, then short polling
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
make_hosts
on_server python3 captures/record/web.py &
server=$!
await listens 80
ask() { curl -sS -A curl -H "Accept:" "$@" >"$dir/answer"; }
at=http://10.0.0.2

record web.pcapng
ask $at/page $at/page?coding=gzip $at/page?coding=deflate $at/page?coding=br $at/page?coding=zstd
ask -H 'If-None-Match: "page-1"' $at/page
ask -r 0-99 $at/part
ask -I $at/page
ask $at/chunks
ask $at/old
ask $at/nowhere
ask -u ann:secret $at/login
ask -b "session=9f86d081884c7d65; theme=dark" -H "Authorization: Bearer \
eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhbm4iLCJyb2xlIjoicmVhZGVyIiwiZXhwIjoxNzk1NjQwNDAwfQ.\
c2lnbmVkLWJ5LW5vYm9keS1hdC1hbGw" $at/page
ask -d "name=ann&note=R%C3%A9sum%C3%A9+%26+more" $at/notes
ask -F "title=A note" -F "file=@captures/record/common.sh;type=text/x-shellscript;filename=common.sh" $at/notes
ask -H "Content-Type: application/json" -d '{"title": "A note", "tags": ["a", "b\u00e9"], "stars": 4, "draft": true}' $at/notes
ask -H "Expect: 100-continue" -d "later=yes" $at/notes
printf 'GET /nowhere HTTP/1.1\r\nHost: 10.0.0.2\r\n\r\nGET /login HTTP/1.1\r\nHost: 10.0.0.2\r\nConnection: close\r\n\r\n' |
    python3 -c 'import socket, sys
s = socket.create_connection(("10.0.0.2", 80))
s.sendall(sys.stdin.buffer.read())
while s.recv(65536): pass'
save

record sse.pcapng
curl -sSN -A curl -H "Accept: text/event-stream" $at/events >"$dir/events" || true
sleep 0.3
curl -sSN -A curl -H "Accept: text/event-stream" -H "Last-Event-ID: 2" $at/events >>"$dir/events"
save

record polling.pcapng
python3 -c 'import http.client, json, time
def poll(path, wait, count):
    connection = http.client.HTTPConnection("10.0.0.2")
    have = 0
    for _ in range(count):
        connection.request("GET", f"/{path}?after={have}", headers={"User-Agent": "poller"})
        have += len(json.loads(connection.getresponse().read()))
        time.sleep(wait)
poll("poll", 0, 5)
poll("now", 0.25, 6)'
save
kill $server
wait $server || true
