#!/bin/sh
# lldp.sh: two neighbours on a cable.
#: lldp.pcapng: a telephone and a switch tell each other who they are, until the telephone leaves (lldpd at both ends)
set -eu
. "$(dirname "$0")/common.sh"
if [ -z "${WT_INSIDE-}" ]; then            # lldpd changes to a user of its own, which only a real root can
    [ "$(id -u)" = 0 ] || { echo "lldp: left as it is, as only root can record it" >&2; exit 0; }
    export WT_INSIDE=yes
    exec unshare -nmpf --kill-child --mount-proc "$0" "$@"
fi
begin "$0" "$@"
chmod 755 "$dir"
make_hosts
on_server ip link add bridge type bridge
on_server ip link set wire master bridge
on_server ip link set bridge up

# station NAME [OPTIONS]: lldpd with a configuration, a control socket and a /run of its own.
station() {
    name=$1
    shift
    exec ${SPACE-} unshare -m sh -c 'mount -t tmpfs run /run && mkdir -p /run/lldpd && exec lldpd "$@"' sh \
        -d -u "$dir/$name.sock" -O "$dir/$name.conf" "$@" >"$dir/$name.log" 2>&1
}

cat >"$dir/switch.conf" <<END
configure lldp tx-interval 2
configure lldp tx-hold 4
configure system interface pattern wire
configure system hostname switch-1
configure system description "A switch made of Linux"
configure system ip management pattern 10.0.0.2
configure lldp portdescription "Desk 12"
configure med location address country GB city London street "Gower Street" number 12
configure med policy application voice vlan 20 priority voice dscp 46
END
cat >"$dir/phone.conf" <<END
configure lldp tx-interval 2
configure lldp tx-hold 4
configure system interface pattern wire
configure system hostname phone-12
configure system description "A telephone made of Linux"
configure system ip management pattern 10.0.0.1
configure system capabilities enabled telephone
END
record lldp.pcapng -f 'ether proto 0x88cc'
(SPACE="nsenter -t $SERVER -n" station switch -M 4) &
sleep 1
(station phone -M 3) &
phone=$!
sleep 6
kill "$phone"
sleep 1
save
