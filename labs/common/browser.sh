#!/bin/sh
# browser.sh [OPTION…] URL: opens a page in Chromium without a window, and prints what the page writes to its console, also
# to $LAB/page.log, until it is stopped.
# Status 9 where Chromium is not installed, or ends by itself.
#
# Programs of a lab run as root of its own little world. Chromium's sandbox is for ordinary users, so it becomes one.
command -v chromium >/dev/null || { echo "chromium is not installed (apt-get install chromium)"; exit 9; }
become= sandbox=--no-sandbox
if unshare --map-user=1000 --map-group=1000 true 2>/dev/null; then
    become="unshare --map-user=1000 --map-group=1000" sandbox=
fi
# Quiet: no look for updates, proxies or names. The page's own lines are picked out of the log.
# shellcheck disable=SC2086  # words
$become chromium --headless --disable-gpu $sandbox --user-data-dir="$LAB/browser.$$" --no-first-run --no-proxy-server \
    --disable-background-networking --disable-component-update --disable-sync --disable-features=OptimizationHints,MediaRouter \
    --host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 10.0.0.*' --enable-logging=stderr "$@" 2>&1 |
    sed -un 's/^.*:CONSOLE[(:][0-9]*[])][^"]*"\(.*\)", source: https*:.*$/the page says: \1/p' | tee -a "$LAB/page.log"
exit 9                                  # it has ended by itself
