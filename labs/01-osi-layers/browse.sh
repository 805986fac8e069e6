#!/bin/sh
# browse.sh NAME COOKIE: what a browser does when somebody opens a page: asks for the address of the name, then asks there for
# the page, as somebody who has been here before (the cookie).
set -e
resolver=$(ip route show default | cut -d ' ' -f 3)
address=$(busybox nslookup -type=a "$1" "$resolver" | sed -n '/^Name/,$s/^Address: //p')
echo "$1 is $address, says $resolver"
curl -sS --max-time 10 --noproxy '*' --http1.1 --tlsv1.3 --cacert "$LAB/cert.pem" --resolve "$1:443:$address" \
    --cookie "session=$2" "https://$1/"
