#!/bin/sh
# autoconf.sh: a host joins an IPv6 network: is my address free, which groups do I hear, which router is there? (radvd)
#: autoconf.pcapng: a host joins an IPv6 network: multicast listener reports, router solicitation and advertisement (radvd)
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
WITH_IPV6=yes
make_hosts
ip address flush dev wire scope global
on_server ip link set wire down       # ours stays up, without a carrier: so it can be recorded from the first frame on
on_server sh -c 'echo 1 >/proc/sys/net/ipv6/conf/all/forwarding; echo 1 >/proc/sys/net/ipv6/conf/wire/forwarding'
cat >"$dir/radvd.conf" <<END
interface wire {
    AdvSendAdvert on;
    MaxRtrAdvInterval 4;
    MinRtrAdvInterval 3;
    AdvLinkMTU 1480;
    AdvDefaultPreference high;
    AdvSourceLLAddress on;
    prefix 2001:db8:0:1::/64 { AdvOnLink on; AdvAutonomous on; };
    route 2001:db8:ffff::/48 { AdvRoutePreference low; };
    RDNSS fd00::53 { };
    DNSSL example { };
};
END
on_server radvd -n -m stderr -p "$dir/radvd.pid" -C "$dir/radvd.conf" >"$dir/log" 2>&1 &
sleep 1
record autoconf.pcapng
on_server ip link set wire up
sleep 5
save
