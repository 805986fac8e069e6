#!/bin/sh
# certificates.sh NAME SERIAL: what a certificate authority (CA) does, long before anybody connects: it makes a key and a certificate for itself, and
# signs the server's. A second CA, which signs nothing here, is for the client that trusts the wrong one.
set -e
cd "$LAB"
{
    for ca in ca other; do
        openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/O=Lab/CN=Lab $ca" -keyout $ca.key -out $ca.pem
    done
    openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout server.key -out server.csr
    printf 'subjectAltName=DNS:%s\nbasicConstraints=CA:FALSE\n' "$1" >server.ext
    openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -set_serial "$2" -days 20 -extfile server.ext -out server.pem
} 2>certificates.log
