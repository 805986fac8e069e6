#!/bin/sh
# say.sh ADDRESS:PORT TIMES TEXT: says TEXT in the chat, with a number behind it where it is more than once.
i=1
while [ "$i" -le "$2" ]; do
    text=$3
    [ "$2" = 1 ] || text="$3 $i"
    curl -sS --max-time 10 --noproxy '*' -o /dev/null --data-raw "$text" "http://$1/say" || exit 1
    i=$((i + 1))
done
