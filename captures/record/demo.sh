#!/bin/sh
# demo.sh: ARP, then curl asks nginx once by HTTP and once by HTTPS; the keys go into the file. Needs editcap (wireshark-common).
#: demo.pcapng: ARP, then curl asks nginx once by HTTP and once by HTTPS (TLS 1.3)
set -eu
cd "$(dirname "$0")/../.."
B=${B-build}
B=$B sh labs/demo/demo.sh -q
editcap --inject-secrets tls,"$B/demo/keys" "$B/demo/demo.pcapng" captures/demo.pcapng
