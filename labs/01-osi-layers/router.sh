#!/bin/sh
# router.sh LAN-ADDRESS LEASE NAME SERVER: a home router. It leases one address by DHCP, answers one name by DNS, and translates
# addresses (NAT, set up before by nat.sh).
exec dnsmasq --no-daemon --user=root --no-resolv --no-hosts --no-ping --dhcp-authoritative --log-facility=- \
    --interface=lan --bind-interfaces --pid-file="$LAB/dnsmasq.pid" --dhcp-leasefile="$LAB/leases" \
    --dhcp-range="$2,$2,1h" --dhcp-option=option:router,"$1" --dhcp-option=option:dns-server,"$1" \
    --host-record="$3,$4"
