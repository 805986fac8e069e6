#!/bin/sh
# demo.sh: a real client asks a real server, once by HTTP and once by HTTPS, over a cable of their
# own; wiretale records the cable and prints every frame from ARP to the close.
#
# Needs no network and no root: all of it happens in namespaces that vanish with this script.
set -eu
cd "$(dirname "$0")/../.."
. labs/common/hosts.sh
B=${B-build}

if ! enter_namespace "$0" "$@"; then
    echo "Showing the recording in captures/ instead." >&2
    exec "$B/wiretale" read captures/demo.pcapng
fi

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# ---- the server: nginx, with a certificate made now
make_hosts
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=server.example \
    -addext subjectAltName=DNS:server.example -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null
mkdir "$dir/www"
echo "Hello from the other end of the wire." >"$dir/www/index.html"
cat >"$dir/nginx.conf" <<EOF
user root root;
daemon off;
master_process off;
pid $dir/nginx.pid;
error_log $dir/error.log;
events {}
http {
    access_log off;
    client_body_temp_path $dir/t1; proxy_temp_path $dir/t2; fastcgi_temp_path $dir/t3;
    uwsgi_temp_path $dir/t4; scgi_temp_path $dir/t5;
    default_type text/html;
    server {
        listen 80;
        listen 443 ssl;
        ssl_protocols TLSv1.3;
        ssl_certificate $dir/cert.pem;
        ssl_certificate_key $dir/key.pem;
        root $dir/www;
    }
}
EOF
on_server nginx -e "$dir/error.log" -c "$dir/nginx.conf" &

# ---- the recording
"$B/wiretale" live -i wire -q -w "$dir/demo.pcapng" >"$dir/live" 2>&1 &
recorder=$!

wait_for() {
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        ! "$@" >/dev/null 2>&1 || return 0
        sleep 0.1
    done
    echo "demo: waited in vain for: $*" >&2
    cat "$dir/error.log" "$dir/live" >&2
    exit 1
}
listens() { on_server ss -ltn | grep -q ":$1 "; }
records() { grep -q '^ALL' /proc/net/ptype; }
wait_for listens 80
wait_for listens 443
wait_for records

# ---- the client: curl, which leaves the keys of its TLS connection in a file
ask() {
    curl -sS --max-time 10 --noproxy '*' --resolve server.example:80:10.0.0.2 \
        --resolve server.example:443:10.0.0.2 "$@" >>"$dir/answers"
}
ask http://server.example/
SSLKEYLOGFILE="$dir/keys" ask --tlsv1.3 --http1.1 --cacert "$dir/cert.pem" https://server.example/
sleep 0.3
kill -INT "$recorder"
wait "$recorder" || { cat "$dir/live" >&2; exit 1; }

# ---- every frame, the encrypted ones opened with those keys
"$B/wiretale" read --keylog "$dir/keys" "$@" "$dir/demo.pcapng"

if mkdir -p "$B/demo" 2>/dev/null && cp "$dir/demo.pcapng" "$dir/keys" "$B/demo/" 2>/dev/null; then
    echo
    echo "The recording is $B/demo/demo.pcapng and its keys $B/demo/keys. To see every field of it:"
    echo "    $B/wiretale read -V --keylog $B/demo/keys $B/demo/demo.pcapng"
fi
