#!/bin/sh
# padding.sh: TLS 1.3 between openssl's own server and client, which fill their records up with zeros so that listeners can't tell
# how long a message is.  Needs editcap (wireshark-common).
#: padding.pcapng: TLS 1.3 between openssl's own server and client, which fill their records up with zeros
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
make_hosts
openssl req -x509 -nodes -days 3650 -subj /CN=server.example -newkey ec -pkeyopt ec_paramgen_curve:P-256 \
    -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null
on_server openssl s_server -accept 443 -cert "$dir/cert.pem" -key "$dir/key.pem" -tls1_3 -record_padding 128 -num_tickets 0 \
    -naccept 1 -rev -quiet >"$dir/server" 2>&1 &
server=$!
await listens 443
record padding.part
{
    sleep 0.3
    echo yes
    sleep 0.3
} | openssl s_client -connect 10.0.0.2:443 -servername server.example -tls1_3 -groups X25519 -record_padding 64 -quiet -no_ign_eof \
    -keylogfile "$dir/keys" >"$dir/client" 2>&1 || true
save
kill "$server" 2>/dev/null || true
editcap --inject-secrets tls,"$dir/keys" captures/padding.part captures/padding.pcapng
rm captures/padding.part
