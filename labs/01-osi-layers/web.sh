#!/bin/sh
# web.sh NAME COOKIE PAGE: nginx with a certificate made now; it sets a session cookie and serves one page.
set -e
cd "$LAB"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$1" \
    -addext "subjectAltName=DNS:$1" -keyout key.pem -out cert.pem 2>openssl.log
mkdir -p www
echo "<p>$3</p>" >www/index.html
cat >nginx.conf <<END
user root root;
daemon off;
master_process off;
pid $LAB/nginx.pid;
error_log $LAB/nginx.log;
events {}
http {
    access_log off;
    client_body_temp_path $LAB/t1; proxy_temp_path $LAB/t2; fastcgi_temp_path $LAB/t3; uwsgi_temp_path $LAB/t4; scgi_temp_path $LAB/t5;
    default_type text/html;
    server {
        listen 443 ssl;
        ssl_protocols TLSv1.3;
        ssl_certificate $LAB/cert.pem;
        ssl_certificate_key $LAB/key.pem;
        add_header Set-Cookie "session=$2; Secure; HttpOnly";
        root $LAB/www;
    }
}
END
exec nginx -e "$LAB/nginx.log" -c "$LAB/nginx.conf"
