#!/bin/sh
# browser.sh NAME PORT: Chromium opens the page of NAME, without a window; where there is no Chromium, curl does.
if ! command -v chromium >/dev/null; then
    echo "chromium is not installed (apt install chromium): curl asks in its place"
    ask.sh "$1" "$2" other
    exit 0
fi
# One user namespace more, in which it is an ordinary user: there it can make its own sandbox. The other options keep it from asking for anything else.
unshare --user --map-user=1000 --map-group=1000 timeout 30 chromium --headless --disable-gpu --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --disable-default-apps --disable-extensions --user-data-dir="$LAB/chromium" \
    --host-resolver-rules="MAP $1 10.0.0.2, MAP * ~NOTFOUND" --enable-logging=stderr --dump-dom "https://$1:$2/" >"$LAB/chromium.log" 2>&1
grep -o 'ERR_[A-Z_]*' "$LAB/chromium.log" | sort -u
