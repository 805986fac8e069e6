#!/bin/sh
# listen.sh ADDRESS:PORT [confirm]: what a browser's EventSource does, in a few lines of shell. curl undoes the chunks.
last='' wait=1 pipe="$LAB/events.$$"
mkfifo "$pipe"
while :; do
    curl -sN --noproxy '*' -H 'Accept: text/event-stream' ${last:+-H "Last-Event-ID: $last"} \
        "http://$1/events?new" >"$pipe" &
    id='' data='' event=message
    while IFS= read -r line; do
        case $line in
        'retry: '*) wait=$(echo "${line#retry: }" | sed 's/...$/.&/'); echo connected ;;
        'id: '*)    id=${line#id: } ;;
        'event: '*) event=${line#event: } ;;
        'data: '*)  data=${line#data: } ;;
        '')                                   # the empty line: the event is complete, and only now its id counts
            [ -n "$data" ] || continue
            last=$id
            echo "$event $id: $data"
            [ "$event $2" != "message confirm" ] || curl -s --noproxy '*' --data-raw "$id" "http://$1/say?read"
            data='' event=message ;;
        esac
    done <"$pipe"
    echo "the connection broke: connecting again"
    sleep "$wait"
done
