#!/bin/sh
# dhcp.sh: a client (busybox udhcpc) gets an address from a server (dnsmasq), and gives it back.
#: dhcp.pcapng: busybox udhcpc gets an address from dnsmasq and gives it back
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
make_hosts
on_server dnsmasq --no-daemon --user=root --port=0 --interface=wire --dhcp-authoritative --no-ping \
    --dhcp-leasefile="$dir/leases" --log-facility="$dir/log" --pid-file="$dir/pid" --domain=example \
    --dhcp-range=10.0.0.100,10.0.0.110,1h --dhcp-option=option:router,10.0.0.2 --dhcp-option=option:dns-server,10.0.0.2 \
    --dhcp-option=option:ntp-server,10.0.0.2 --dhcp-option=option:mtu,1500 &
await listens 67
ip address flush dev wire
printf '#!/bin/sh\n[ "$1" != bound ] || ip address add $ip/24 dev wire\n' >"$dir/script"
chmod +x "$dir/script"
record dhcp.pcapng
busybox udhcpc -f -n -R -i wire -s "$dir/script" -x hostname:laptop -O ntpsrv -O mtu &
await grep -q 10.0.0 "$dir/leases"
sleep 0.3
kill -TERM $!             # with -R it gives the address back
save
