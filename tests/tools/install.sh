#!/bin/sh
# install.sh [build|demo|test|check|bench|all]: install with apt what is missing for that, after
# saying so.  Where nothing is missing it says nothing and needs no rights.
set -eu

build="gcc libc6-dev make pkg-config libpcap-dev libssl-dev libnghttp2-dev libwebsockets-dev
       libcyaml-dev libpcre2-dev zlib1g-dev libbrotli-dev libzstd-dev"
demo="nginx-light curl iproute2 ethtool openssl tcpdump util-linux"
labs="iputils-ping nftables dnsmasq-base busybox"
test="libcmocka-dev python3 python3-jsonschema tshark zstd $labs"
check="clang libclang-rt-14-dev valgrind"

case ${1-all} in
build) wanted=$build ;;
demo)  wanted="$build $demo" ;;
test)  wanted="$build $demo $test" ;;
bench) wanted="$build $demo $test nghttp2-client" ;;
check|all) wanted="$build $demo $test $check" ;;
*) echo "usage: $0 [build|demo|test|check|bench|all]" >&2; exit 2 ;;
esac

installed() {
    dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed
}

missing=
for package in $wanted; do
    installed "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "wiretale needs:$missing" >&2
    echo "This is not a Debian system: install what these packages hold by its own means." >&2
    exit 1
fi

as_root=
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "wiretale needs:$missing" >&2
        echo "Run this as root:  apt-get install$missing" >&2
        exit 1
    fi
    as_root=sudo
fi
echo "Installing what is missing, with apt:$missing"

# nginx is wanted as a program, not as a service of this machine: while apt runs, services may not
# start (unless the administrator has a policy already), and nginx is not left enabled.
policy=/usr/sbin/policy-rc.d
made_policy=
restore() {
    [ -z "$made_policy" ] || $as_root rm -f "$policy"
}
trap restore EXIT
trap 'exit 1' INT TERM
case " $missing " in *" nginx-light "*)
    if [ ! -e "$policy" ]; then
        made_policy=yes
        printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
        $as_root chmod 755 "$policy"
    fi ;;
esac

$as_root apt-get update -qq
# shellcheck disable=SC2086  # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing

if [ -n "$made_policy" ] && [ -d /run/systemd/system ]; then
    $as_root systemctl --quiet disable nginx 2>/dev/null || true
    echo "nginx is installed but not started, nor enabled as a service."
fi
