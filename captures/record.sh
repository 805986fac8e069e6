#!/bin/sh
# record.sh [NAME…]: record the captures of this folder anew, all or those that record/NAME.sh makes.
set -eu
cd "$(dirname "$0")/.."
B=${B-build}
export B
if [ $# -eq 0 ]; then
    for script in captures/record/*.sh; do
        name=$(basename "$script" .sh)
        [ "$name" = common ] || set -- "$@" "$name"
    done
fi
for name in "$@"; do
    echo "recording $name"
    sh "captures/record/$name.sh" >"$B/record.log" 2>&1 || { cat "$B/record.log"; exit 1; }
done
