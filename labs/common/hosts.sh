# hosts.sh - sourced: two hosts on one cable, made of network namespaces, without being root.
#
#     enter_namespace "$0" "$@"    run this script again in user, mount, network and process namespaces of its own:
#                                  whatever is started in them ends with it
#     make_hosts                   the client is where we are; the server is behind a veth cable
#     on_server COMMAND…           run something at the server's end
#
# The client is 10.0.0.1 and fd00::1 on `wire`, the server 10.0.0.2 and fd00::2 on its own `wire`.

PATH=$PATH:/usr/sbin:/sbin                # nginx and others are there, where an ordinary user does not look

enter_namespace() {
    [ -z "${WT_INSIDE-}" ] || return 0
    WT_INSIDE=yes
    export WT_INSIDE
    # A user namespace of our own gives the rights; where only root may have one, root needs none.
    for spaces in -Urnmpf -nmpf; do
        if unshare $spaces --kill-child --mount-proc ip link set lo up 2>/dev/null; then
            exec unshare $spaces --kill-child --mount-proc "$@"
        fi
    done
    unset WT_INSIDE
    why_no_namespace >&2
    return 1
}

why_no_namespace() {
    echo "This system does not let $(id -un) make a network namespace:"
    unshare -Urn true 2>&1 | sed 's/^/    /'
    if [ "$(cat /proc/sys/user/max_user_namespaces 2>/dev/null)" = 0 ]; then
        echo "Hint: sysctl user.max_user_namespaces=10000 (now 0) allows it."
    elif [ "$(cat /proc/sys/kernel/unprivileged_userns_clone 2>/dev/null)" = 0 ]; then
        echo "Hint: sysctl kernel.unprivileged_userns_clone=1 allows it."
    elif [ "$(cat /proc/sys/kernel/apparmor_restrict_unprivileged_userns 2>/dev/null)" = 1 ]; then
        echo "Hint: sysctl kernel.apparmor_restrict_unprivileged_userns=0 allows it."
    else
        echo "Hint: in a container, its seccomp profile forbids it; run this outside, or as root."
    fi
}

on_server() {
    nsenter -t "$SERVER" -n "$@"
}

# Segments as they are on a real cable: no 64 KiB ones, checksums filled in.
no_offload() {
    "$@" ethtool -K wire tx off rx off tso off gso off gro off >/dev/null 2>&1 || true
}

make_hosts() {
    unshare -n sleep infinity &
    SERVER=$!
    until [ "$(readlink "/proc/$SERVER/ns/net")" != "$(readlink /proc/self/ns/net)" ] &&
          [ -n "$(readlink "/proc/$SERVER/ns/net")" ]; do sleep 0.01; done
    ip link add wire address 02:00:00:00:00:01 type veth peer name wire address 02:00:00:00:00:02 netns "$SERVER"
    for at in "" on_server; do
        if [ -z "${WITH_IPV6-}" ]; then
            $at sh -c 'echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6' 2>/dev/null || true
        fi
        no_offload $at
        $at ip link set lo up
    done
    ip address add 10.0.0.1/24 dev wire
    on_server ip address add 10.0.0.2/24 dev wire
    if [ -n "${WITH_IPV6-}" ]; then
        ip address add fd00::1/64 dev wire nodad
        on_server ip address add fd00::2/64 dev wire nodad
    fi
    ip link set wire up
    on_server ip link set wire up
}
