#!/bin/sh
# secure.sh PORT FROM: nginx, with TLS and HTTP/2, in front of the server at port FROM. Browsers speak HTTP/2 with TLS only.
set -e
cd "$LAB"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=10.0.0.2" \
    -addext "subjectAltName=IP:10.0.0.2" -keyout key.pem -out cert.pem 2>openssl.log
openssl pkey -in key.pem -pubout -outform der | openssl dgst -sha256 -binary | base64 >fingerprint
cat >nginx.conf <<CONF
user root root;
daemon off;
master_process off;
pid $LAB/nginx.pid;
error_log $LAB/nginx.log;
events {}
http {
    access_log off;
    client_body_temp_path $LAB/t1; proxy_temp_path $LAB/t2; fastcgi_temp_path $LAB/t3; uwsgi_temp_path $LAB/t4; scgi_temp_path $LAB/t5;
    server {
        listen $1 ssl http2;
        ssl_protocols TLSv1.3;
        ssl_certificate $LAB/cert.pem;
        ssl_certificate_key $LAB/key.pem;
        location / { proxy_pass http://127.0.0.1:$2; }
    }
}
CONF
exec nginx -e "$LAB/nginx.log" -c "$LAB/nginx.conf"
