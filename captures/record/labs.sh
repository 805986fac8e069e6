#!/bin/sh
# labs.sh: every lab runs once, with seed 7.
set -eu
cd "$(dirname "$0")/../.."
B=${B-build}
for lab in labs/[0-9]*/lab.yaml; do
    name=$(basename "$(dirname "$lab")")
    "$B/wiretale" lab run "$name" --seed 7 --answers truth -w "captures/$name.pcapng"
done
