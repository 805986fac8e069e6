#!/bin/sh
# certificates.sh NAME SERIAL: what a certificate authority (CA) does, long before anybody connects: it makes a key and a certificate for itself, and
# signs the server's, an older one of the server's that has expired, and a client's. A second CA, which signs nothing here, is for the client that trusts
# the wrong one.
set -e
cd "$LAB"
{
    for ca in ca other; do
        openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/O=Lab/CN=Lab $ca" -keyout $ca.key -out $ca.pem
    done
    openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout server.key -out server.csr
    printf 'subjectAltName=DNS:%s\nbasicConstraints=CA:FALSE\n' "$1" >server.ext
    openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -set_serial "$2" -days 20 -extfile server.ext -out server.pem

    # `openssl x509` knows no past; `openssl ca` does, and keeps a list of what it has signed.
    printf '[ca]\ndefault_ca=it\n[it]\ndatabase=signed\nserial=next\nnew_certs_dir=.\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n' >ca.conf
    : >signed
    openssl ca -batch -notext -config ca.conf -cert ca.pem -keyfile ca.key -create_serial -in server.csr -extfile server.ext \
        -startdate 20250101000000Z -enddate 20250301000000Z -out expired.pem

    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=ann -keyout ann.key -out ann.csr
    openssl x509 -req -in ann.csr -CA ca.pem -CAkey ca.key -set_serial 1 -days 20 -out ann.pem
} 2>certificates.log
