#!/bin/sh
# visit.sh URL: a browser opens the page and is closed when it has all parts. Where there is no Chromium, curl fetches them.
if ! command -v chromium >/dev/null; then
    echo "There is no Chromium here (apt-get install chromium): curl fetches the parts, as many at a time as a browser would."
    exec curl -sS --insecure --parallel --parallel-max 6 -o /dev/null "$1" "$1part/[01-40]" >/dev/null 2>&1
fi
setsid browser.sh "--ignore-certificate-errors-spki-list=$(cat "$LAB/fingerprint")" "$1" >"$LAB/seen" 2>&1 &
browser=$!
for tenths in $(seq 300); do
    if grep "all parts" "$LAB/seen"; then
        break
    fi
    sleep 0.1
done
kill -- "-$browser" 2>/dev/null
exit 0
