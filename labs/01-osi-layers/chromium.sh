#!/bin/sh
# chromium.sh NAME COOKIE: a real browser opens the page, without a window; where there is no Chromium, browse.sh does once more.
#
# It asks the router for the name: that takes a resolv.conf of its own, which only it sees (a mount of its own).
if ! command -v chromium >/dev/null; then
    echo "chromium is not installed (apt-get install chromium): curl opens the page in its place"
    exec browse.sh "$@"
fi
if [ -z "$RESOLVER" ]; then
    RESOLVER=$(ip route show default | cut -d ' ' -f 3)
    export RESOLVER
    exec unshare --mount "$0" "$@"
fi
echo "nameserver $RESOLVER" >"$LAB/resolv.conf"
mount --bind "$LAB/resolv.conf" "$(readlink -f /etc/resolv.conf)"
# The lab's certificate is signed by nobody: it is trusted by its key.
key=$(openssl x509 -in "$LAB/cert.pem" -noout -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64)
# Its sandbox is for ordinary users, so it becomes one. The other options keep it from asking for anything else.
become= sandbox=--no-sandbox
if unshare --map-user=1000 --map-group=1000 true 2>/dev/null; then
    become="unshare --map-user=1000 --map-group=1000" sandbox=
fi
# shellcheck disable=SC2086  # words
timeout 30 $become chromium --headless --disable-gpu $sandbox --user-data-dir="$LAB/chromium" --no-first-run --no-proxy-server \
    --disable-background-networking --disable-component-update --disable-sync --disable-features=OptimizationHints,MediaRouter \
    --host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE $1" --ignore-certificate-errors-spki-list="$key" --dump-dom "https://$1/" 2>"$LAB/chromium.log"
