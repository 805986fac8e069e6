#!/bin/sh
# headers.sh SESSION: the header fields that a browser sends with every request, in a file for curl (-H @FILE) and h2_client.
cat >"$LAB/headers" <<FIELDS
user-agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
accept: image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5
accept-language: en-GB,en;q=0.7
referer: http://10.0.0.2/
cookie: session=$1
FIELDS
