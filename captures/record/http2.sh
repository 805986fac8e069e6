#!/bin/sh
# http2.sh: HTTP/2 in the clear (nghttp and nghttpd), after an Upgrade from HTTP/1.1 (nghttpx), and by TLS (curl and nginx).
# Needs nghttp2-client, nghttp2-server, nghttp2-proxy, and editcap (wireshark-common).
#: http2-plain.pcapng: nghttp asks nghttpd by HTTP/2: three requests at once, a push, a window that is used up; an upload with padding
#: http2-upgrade.pcapng: from HTTP/1.1 to HTTP/2 by Upgrade (nghttp, nghttpx)
#: http2-tls.pcapng: curl asks nginx twice by HTTP/2 over TLS 1.3, with a compressed answer
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
make_hosts
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=server.example \
    -addext subjectAltName=DNS:server.example -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null
mkdir "$dir/www"
echo '<link rel="stylesheet" href="/style.css"><h1>Hello</h1>' >"$dir/www/index.html"
echo '{"items": [{"name": "tea", "price": 3.5}, {"name": "milk", "price": 1}], "open": true}' >"$dir/www/cart.json"
i=0
while [ $i -lt 400 ]; do i=$((i + 1)); echo ".c$i { width: ${i}px; color: red; }"; done >"$dir/www/style.css"
cat >"$dir/nginx.conf" <<EOF
user root root;
daemon off;
master_process off;
pid $dir/nginx.pid;
error_log $dir/error.log;
events {}
http {
    access_log off;
    client_body_temp_path $dir/t1; proxy_temp_path $dir/t2; fastcgi_temp_path $dir/t3;
    uwsgi_temp_path $dir/t4; scgi_temp_path $dir/t5;
    types { text/html html; application/json json; text/css css; }
    gzip on;
    gzip_min_length 50;
    gzip_types application/json;
    server {
        listen 443 ssl http2;
        ssl_protocols TLSv1.3;
        ssl_certificate $dir/cert.pem;
        ssl_certificate_key $dir/key.pem;
        root $dir/www;
    }
}
EOF
on_server nghttpd --no-tls -d "$dir/www" --echo-upload --trailer "x-checked: yes" -p /index.html=/style.css 80 \
    >"$dir/nghttpd" 2>&1 &
on_server nghttpx -f '0.0.0.0,8080;no-tls' -b '127.0.0.1,80;;proto=h2' --workers=1 --no-via >"$dir/nghttpx" 2>&1 &
on_server nginx -e "$dir/error.log" -c "$dir/nginx.conf" &
for port in 80 443 8080; do await listens $port; done

# Three requests at once, a push, a small window that has to be opened again; then an upload, padded.
record http2-plain.pcapng
nghttp -n --no-dep -w 13 -W 14 -H 'cookie: seen=1' http://10.0.0.2/index.html http://10.0.0.2/cart.json http://10.0.0.2/none
nghttp -n --no-dep -p 100 -b 16 -d "$dir/www/cart.json" -H 'content-type: application/json' http://10.0.0.2/orders
save
record http2-upgrade.pcapng
nghttp -n --no-dep -u http://10.0.0.2:8080/cart.json
save
record http2-tls.pcapng
SSLKEYLOGFILE="$dir/keys" curl -sS --http2 --compressed --max-time 10 --noproxy '*' --cacert "$dir/cert.pem" \
    --resolve server.example:443:10.0.0.2 https://server.example/index.html https://server.example/cart.json -o /dev/null
save
editcap --inject-secrets "tls,$dir/keys" captures/http2-tls.pcapng "$dir/tls.pcapng"
mv "$dir/tls.pcapng" captures/http2-tls.pcapng
