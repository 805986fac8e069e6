#!/bin/sh
# load.sh MIX…: record the bench's traffic into $B/bench, between two hosts on a veth cable, offloads off.
#
# Needs no network and no root.  For each mix there is MIX.pcap, some 1,600,000 frames or more (tls-handshakes
# 730,000), and its first eighth as MIX-part.pcap; for TLS also the secrets of each, as MIX.keys and MIX-part.keys.
set -eu
cd "$(dirname "$0")/../.."
. labs/common/hosts.sh
B=${B-build}
PATH=$PATH:/usr/sbin:/sbin

[ $# -gt 0 ] || exit 0
enter_namespace "$0" "$@" || exit 1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
out=$B/bench
mkdir -p "$out"

make_hosts
for i in 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26; do
    ip address add 10.0.0.$i/24 dev wire
done
echo "1024 65535" >/proc/sys/net/ipv4/ip_local_port_range
mkdir "$dir/www"
echo "Hello from the other end of the wire." >"$dir/www/small.txt"
truncate -s 2400M "$dir/www/large.bin"
cat >"$dir/nginx.conf" <<END
user root root;
daemon off;
master_process off;
pid $dir/nginx.pid;
error_log $dir/error.log;
events { worker_connections 4096; }
http {
    access_log off;
    sendfile on;
    limit_rate 180m;
    keepalive_requests 1000000;
    client_body_temp_path $dir/t1; proxy_temp_path $dir/t2; fastcgi_temp_path $dir/t3;
    uwsgi_temp_path $dir/t4; scgi_temp_path $dir/t5;
    types { text/plain txt; }
    ssl_protocols TLSv1.3;
    ssl_certificate $dir/server.pem;
    ssl_certificate_key $dir/server.key;
    server {
        listen 80 backlog=4096;
        listen 8080 http2 backlog=4096;
        root $dir/www;
    }
    server { listen 443 ssl backlog=4096; root $dir/www; limit_rate 60m; }
}
END
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=server.example \
    -addext subjectAltName=DNS:server.example -keyout "$dir/server.key" -out "$dir/server.pem" 2>/dev/null
on_server nginx -e "$dir/error.log" -c "$dir/nginx.conf" &
on_server "$out/load" sink 9000 &
on_server "$out/load" echo 9001 &
sleep 0.5

make_load() {
    case $1 in
    http)           "$out/load" http 10.0.0.2 80 /small.txt 8 800 505 ;;
    connections)    "$out/load" http 10.0.0.2 80 /small.txt 8 200000 1 ;;
    udp)            "$out/load" udp 10.0.0.2 9000 32 1610000 12 ;;
    download)       "$out/load" http 10.0.0.2 80 /large.bin 1 1 1 ;;
    http2)          h2load -n 800000 -c 8 -m 4 http://10.0.0.2:8080/small.txt >"$dir/h2load" ;;
    tls-handshakes) "$out/load" http 10.0.0.2 443 /small.txt 8 40000 1 "$out/$1.keys" ;;
    tls-requests)   "$out/load" http 10.0.0.2 443 /small.txt 8 800 1010 "$out/$1.keys" ;;
    tls-bulk)       "$out/load" http 10.0.0.2 443 /large.bin 1 1 1 "$out/$1.keys" ;;
    websocket)      "$out/load" websocket 10.0.0.2 9001 16 80000 ;;
    *) echo "load.sh: there is no mix $1" >&2; return 1 ;;
    esac
}

wait_for() {
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        ! "$@" || return 0
        sleep 0.1
    done
    echo "load.sh: waited in vain for: $*" >&2
    cat "$dir/recorder" >&2
    exit 1
}

# Frames that the recorder had to drop, as the machine was busy.
dropped() {
    sed -n 's|.*received/dropped on interface.*: [0-9]*/\([0-9]*\) .*|\1|p' "$dir/recorder"
}

record() {
    rm -f "$out/$1.pcap" "$out/$1-part.pcap" "$out/$1.keys" "$out/$1-part.keys"
    dumpcap -P -q -i wire -B 512 -s 65535 -w "$out/$1.tmp" 2>"$dir/recorder" &
    recorder=$!
    wait_for grep -q '^File:' "$dir/recorder"
    make_load "$1"
    sleep 1
    kill -INT $recorder
    wait $recorder || { cat "$dir/recorder" >&2; exit 1; }
}

# The first eighth of the frames; of the secrets a little more, as they are written when a handshake is over.
make_part() {
    frames=$("$out/pcap_loop" "$out/$1.tmp" | cut -d' ' -f1)
    echo "        $frames frames"
    "$B/wiretale" read -c $((frames / 8)) -w "$out/$1-part.pcap" "$out/$1.tmp"
    if [ -f "$out/$1.keys" ]; then
        lines=$(wc -l <"$out/$1.keys")
        head -n $((lines / 8 + 500)) "$out/$1.keys" >"$out/$1-part.keys"
    fi
    mv "$out/$1.tmp" "$out/$1.pcap"
}

for mix; do
    echo "  LOAD  $mix"
    record "$mix"
    for again in 1 2; do
        [ "$(dropped)" != 0 ] || break
        echo "        $(dropped) frames were dropped: once more"
        record "$mix"
    done
    make_part "$mix"
done
