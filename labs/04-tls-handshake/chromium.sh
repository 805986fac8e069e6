#!/bin/sh
# chromium.sh NAME PORT: Chromium opens the page of NAME, without a window; where there is no Chromium, curl does.
if ! command -v chromium >/dev/null; then
    echo "chromium is not installed (apt-get install chromium): curl asks in its place"
    ask.sh "$1" "$2" other
    exit 0
fi
# Its sandbox is for ordinary users, so it becomes one. The other options keep it from asking for anything else.
become= sandbox=--no-sandbox
if unshare --map-user=1000 --map-group=1000 true 2>/dev/null; then
    become="unshare --map-user=1000 --map-group=1000" sandbox=
fi
# shellcheck disable=SC2086  # words
timeout 30 $become chromium --headless --disable-gpu $sandbox --user-data-dir="$LAB/chromium" --no-first-run --no-proxy-server \
    --disable-background-networking --disable-component-update --disable-sync --disable-features=OptimizationHints,MediaRouter \
    --host-resolver-rules="MAP $1 10.0.0.2, MAP * ~NOTFOUND" --enable-logging=stderr --dump-dom "https://$1:$2/" >"$LAB/chromium.log" 2>&1
grep -o 'ERR_[A-Z_]*' "$LAB/chromium.log" | sort -u
