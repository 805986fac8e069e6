#!/bin/sh
# nat.sh: the same packets before and after a router that translates the client's address (nftables' masquerade).
#: nat-inside.pcapng: pings, HTTP and an echo by UDP, before a router that translates addresses and ports
#: nat-outside.pcapng: the same packets after the router
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
make_router
on_server sh -c 'echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6' 2>/dev/null || true
on_router ethtool -K far tx off rx off tso off gso off gro off >/dev/null 2>&1 || true
on_server ethtool -K wire tx off rx off tso off gso off gro off >/dev/null 2>&1 || true
on_server ip route del default                          # the server knows no way to the client's network: without NAT, no answer
on_router nft -f - <<'RULES'
table ip nat {
    chain post {
        type nat hook postrouting priority srcnat
        policy accept
        oifname "far" tcp dport 80 masquerade to :61000-61999
        oifname "far" masquerade
    }
}
RULES
cat >"$dir/server.py" <<'SERVER'
import http.server, socket, threading

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = b"You are " + self.client_address[0].encode() + b" to me.\n"
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

def echo():
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind(("10.0.1.2", 7))
    while True:
        s.sendto(*s.recvfrom(2048))

threading.Thread(target=echo, daemon=True).start()
http.server.HTTPServer(("10.0.1.2", 80), Handler).serve_forever()
SERVER
on_server python3 "$dir/server.py" &
await listens 80
on_server "$B/wiretale" live -q -i wire -w captures/nat-outside.pcapng >"$dir/outside" 2>&1 &
outside=$!
await on_server grep -q '^ALL' /proc/net/ptype
record nat-inside.pcapng
ping -c 2 -i 0.05 -s 24 -n 10.0.1.2
curl -sS http://10.0.1.2/ http://10.0.1.2/again
python3 -c 'import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(b"is there an echo?", ("10.0.1.2", 7))
print(s.recv(100))'
save
kill -INT "$outside"
wait "$outside"
