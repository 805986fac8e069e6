#!/bin/sh
# record.sh: record the captures of this folder anew.  Needs what the demo needs, and editcap (wireshark-common).
set -eu
cd "$(dirname "$0")/.."
B=${B-build}
B=$B sh labs/demo/demo.sh -q >/dev/null
editcap --inject-secrets tls,"$B/demo/keys" "$B/demo/demo.pcapng" captures/demo.pcapng
ls -l captures/*.pcapng
