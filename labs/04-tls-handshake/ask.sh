#!/bin/sh
# ask.sh NAME PORT CA [OPTIONS]: curl asks for NAME at the server, and trusts what CA has signed. OPTIONS are curl's own.
name=$1 port=$2 ca=$3
shift 3
exec curl -sS --max-time 10 --noproxy '*' --http1.1 --resolve "$name:$port:10.0.0.2" --cacert "$LAB/$ca.pem" "$@" "https://$name:$port/"
