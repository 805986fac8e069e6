#!/bin/sh
# tls.sh: one connection, or two, of each kind of TLS handshake, between the programs of labs/04-tls-handshake; their keys, ephemeral
# private keys included, go into the files.  Needs editcap (wireshark-common) and libssl-dev.
#: tls12-rsa.pcapng: TLS 1.2, the premaster secret encrypted to the server; its key is `tls12-rsa.pem`
#: tls12-ecdhe.pcapng: TLS 1.2 with ephemeral keys (ECDHE)
#: tls12-resumed.pcapng: TLS 1.2 twice: the second connection is resumed by a ticket
#: tls12-renegotiated.pcapng: TLS 1.2 with CBC, encrypted then authenticated; negotiated anew midway
#: tls13.pcapng: TLS 1.3, with key updates
#: tls13-resumed.pcapng: TLS 1.3 twice: the second connection is resumed
#: tls13-early-data.pcapng: TLS 1.3 twice: the second time with data before the server's answer
#: tls13-retry.pcapng: TLS 1.3, the client guesses the wrong group and is asked again
#: tls13-client-certificate.pcapng: TLS 1.3, the client proves who it is, too
#: tls13-client-asked-later.pcapng: TLS 1.3, the client proves who it is when the handshake is long over
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
make_hosts
for program in tls_server tls_client; do
    cc -std=c11 -D_GNU_SOURCE -O1 -o "$dir/$program" labs/04-tls-handshake/$program.c -lssl -lcrypto
done

certificate() {    # NAME, SUBJECT, OPTIONS of the key
    name=$1 subject=$2
    shift 2
    openssl req -x509 -nodes -days 3650 -subj "/CN=$subject" -addext "subjectAltName=DNS:$subject" "$@" \
        -keyout "$dir/$name.key" -out "$dir/$name.pem" 2>/dev/null
    cat "$dir/$name.pem" "$dir/$name.key" >"$dir/$name.both"
}
certificate ec server.example -newkey ec -pkeyopt ec_paramgen_curve:P-256
certificate client client.example -newkey ec -pkeyopt ec_paramgen_curve:P-256
certificate rsa server.example -newkey rsa:2048
cp "$dir/rsa.key" captures/tls12-rsa.pem

# The server's certificate, connections, its options -- the client's.
exchange() {
    kind=$1 cert=$2 count=$3
    shift 3
    server_options=
    while [ "$1" != -- ]; do
        server_options="$server_options $1"
        shift
    done
    shift
    export SSLKEYLOGFILE="$dir/$kind.keys"
    # shellcheck disable=SC2086  # a list of options
    on_server "$dir/tls_server" 443 "$dir/$cert.pem" "$dir/$cert.key" -n "$count" $server_options &
    server=$!
    await listens 443
    record "$kind.part"
    "$dir/tls_client" 10.0.0.2 443 server.example -a "$dir/$cert.pem" "$@"
    save
    wait $server
    sort -u "$SSLKEYLOGFILE" >"$dir/keys"
    editcap --inject-secrets tls,"$dir/keys" "captures/$kind.part" "captures/$kind.pcapng"
    rm "captures/$kind.part"
}

exchange tls12-rsa rsa 1 -v 1.2 -c AES128-SHA256 -- -v 1.2
exchange tls12-ecdhe ec 1 -v 1.2 -c ECDHE-ECDSA-AES128-GCM-SHA256 -g X25519 -- -v 1.2
exchange tls12-resumed ec 2 -v 1.2 -g P-256 -- -v 1.2 -r
exchange tls12-renegotiated ec 1 -v 1.2 -c ECDHE-ECDSA-AES128-SHA256 -g P-384 -- -v 1.2 -R
exchange tls13 ec 1 -v 1.3 -g X25519 -- -v 1.3 -k
exchange tls13-resumed ec 2 -v 1.3 -g X25519 -- -v 1.3 -r
exchange tls13-retry ec 1 -v 1.3 -g P-256 -- -v 1.3 -g X25519:P-256
exchange tls13-client-certificate ec 1 -v 1.3 -a "$dir/client.pem" -- -v 1.3 -p "$dir/client.both"
exchange tls13-client-asked-later ec 1 -v 1.3 -g X25519 -a "$dir/client.pem" -l -- -v 1.3 -p "$dir/client.both" -l
exchange tls13-early-data ec 2 -v 1.3 -g X25519 -e -- -v 1.3 -e
