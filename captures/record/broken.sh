#!/bin/sh
# broken.sh: a shop that can't be reached, each time for another reason: refused, silent, cut off, not trusted, slow, unknown.
# Needs dnsmasq-base, curl, openssl, editcap (wireshark-common).
#: broken-refused.pcapng: a shop that can't be reached: its port is closed
#: broken-silent.pcapng: a shop that can't be reached: no answer comes
#: broken-reset.pcapng: a shop whose server aborts in the middle of an answer
#: broken-slow.pcapng: a shop whose server takes more than a second for an answer
#: broken-certificate.pcapng: a shop whose certificate nobody known has signed
#: broken-name.pcapng: a shop whose name is misspelt
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
make_hosts
on_server dnsmasq --no-daemon --user=root --no-resolv --no-hosts --port=53 --log-facility="$dir/log" --pid-file="$dir/pid" \
    --host-record=shop.test,10.0.0.2,3600 --local=/test/ &
on_server python3 captures/record/broken.py &
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=shop.test \
    -addext subjectAltName=DNS:shop.test -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null
on_server openssl s_server -quiet -www -accept 443 -cert "$dir/cert.pem" -key "$dir/key.pem" >"$dir/s_server" 2>&1 &
for port in 53 80 443; do await listens $port; done
echo "nameserver 10.0.0.2" >"$dir/resolv.conf"
mount --bind "$dir/resolv.conf" /etc/resolv.conf
ask() { curl -sS -4 -A curl -H "Accept:" --noproxy '*' "$@" >"$dir/answer" 2>>"$dir/problems" || true; }

record broken-refused.pcapng
ask http://shop.test:8080/cart
save
record broken-reset.pcapng
ask http://shop.test/cut
save
record broken-slow.pcapng
ask http://shop.test/slow
save
record broken-name.pcapng
ask http://shopp.test/cart
save
record broken-certificate.pcapng
SSLKEYLOGFILE="$dir/keys" ask https://shop.test/cart
save
editcap --inject-secrets "tls,$dir/keys" captures/broken-certificate.pcapng "$dir/with-keys.pcapng"
mv "$dir/with-keys.pcapng" captures/broken-certificate.pcapng
# The server's answers go nowhere from here on.
on_server ip route add blackhole 10.0.0.1/32
record broken-silent.pcapng
ask --connect-timeout 4 http://10.0.0.2/cart
save
