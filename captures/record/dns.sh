#!/bin/sh
# dns.sh: dig asks dnsmasq for the records in use, by UDP and by TCP.
#: dns.pcapng: dig asks dnsmasq for many types of record, by UDP and TCP
set -eu
. "$(dirname "$0")/common.sh"
begin "$0" "$@"
make_hosts
on_server dnsmasq --no-daemon --user=root --no-resolv --no-hosts --port=53 --log-facility="$dir/log" --pid-file="$dir/pid" \
    --auth-server=ns.example,wire --auth-zone=example --auth-soa=2026112501,hostmaster.example,1200,180,1209600 \
    --host-record=www.example,192.0.2.10,2001:db8::10,3600 --host-record=mail.example,192.0.2.25 \
    --cname=ftp.example,www.example --mx-host=example,mail.example,10 --txt-record=example,"v=spf1 mx -all" \
    --srv-host=_imap._tcp.example,mail.example,143,5,10 --ptr-record=10.2.0.192.in-addr.arpa,www.example \
    --naptr-record=example,100,50,s,SIP+D2U,,_sip._udp.example --caa-record=example,0,issue,ca.example \
    --dns-rr=key.example,44,0102a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4 --local=/example/ &
await listens 53
record dns.pcapng
ask() { dig +tries=1 +time=2 @10.0.0.2 "$@" >/dev/null || true; }
ask www.example A
ask www.example AAAA
ask ftp.example A
ask example MX
ask example TXT
ask _imap._tcp.example SRV
ask -x 192.0.2.10
ask example SOA
ask example NS
ask example NAPTR
ask example CAA
ask key.example TYPE44
ask nobody.example A
ask +noedns www.example A
ask +subnet=192.0.2.0/24 +nsid www.example A
ask +tcp example MX
save
