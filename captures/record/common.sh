# common.sh - sourced by the scripts here: names for what every recording does.
#
#     begin "$0" "$@"           into namespaces of our own (labs/common/hosts.sh)
#     record NAME [OPTIONS]     start recording the client's cable to captures/NAME.pcapng
#     save                      stop; the file is in its place
cd "$(dirname "$0")/../.."
. labs/common/hosts.sh
B=${B-build}
export PYTHONDONTWRITEBYTECODE=1

begin() {
    enter_namespace "$@" || exit 1
    dir=$(mktemp -d)
    trap 'rm -rf "$dir"' EXIT
    # Pings and servers may be anybody's here: there is nobody else.
    echo "0 2147483647" >/proc/sys/net/ipv4/ping_group_range 2>/dev/null || true
}

records() { grep -q '^ALL' /proc/net/ptype; }

await() {
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
        ! "$@" >/dev/null 2>&1 || return 0
        sleep 0.1
    done
    echo "record: waited in vain for: $*" >&2
    exit 1
}

listens() { on_server ss -ltnu | grep -q ":$1 "; }

record() {
    file=captures/$1
    shift
    case " $* " in *" -i "*) ;; *) set -- -i wire "$@" ;; esac
    "$B/wiretale" live -q -w "$file" "$@" >"$dir/live" 2>&1 &
    recorder=$!
    await records
}

save() {
    sleep "${1-0.2}"
    kill -INT "$recorder"
    wait "$recorder" || { cat "$dir/live" >&2; exit 1; }
}

# A third host between the two, a router: the server moves to 10.0.1.2 and fd01::2 behind it, on a cable of 1280 bytes.
make_router() {
    make_hosts
    ROUTER=$SERVER
    unshare -n sleep infinity &
    SERVER=$!
    until [ -n "$(readlink "/proc/$SERVER/ns/net")" ] &&
          [ "$(readlink "/proc/$SERVER/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.01; done
    on_router() { nsenter -t "$ROUTER" -n "$@"; }
    on_router ip link add far address 02:00:00:00:01:01 mtu 1280 type veth peer name wire address 02:00:00:00:01:02 netns "$SERVER"
    on_router sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward; echo 1 >/proc/sys/net/ipv6/conf/all/forwarding' 2>/dev/null || true
    on_router ip address add 10.0.1.1/24 dev far
    on_server ip address add 10.0.1.2/24 dev wire
    if [ -n "${WITH_IPV6-}" ]; then
        on_router ip address add fd01::1/64 dev far nodad
        on_server ip address add fd01::2/64 dev wire nodad
    fi
    on_router ip link set far up
    on_server ip link set lo up
    on_server ip link set wire mtu 1280 up
    on_server ip route add default via 10.0.1.1
    ip route add default via 10.0.0.2
    if [ -n "${WITH_IPV6-}" ]; then
        on_server ip route add default via fd01::1
        ip route add default via fd00::2
    fi
}
