/* sdp.c - the few lines of a session description that say where media go (RFC 8866 §5.7 and §5.14). */
#include "proto/common/sdp.h"

typedef struct description {
    wt_endpoint session, media;            /* kind 0: no address given */
    bool in_media, rtp;
    uint16_t port;
} description;

static bool begins(const uint8_t *p, uint32_t n, const char *with) {
    uint32_t m = (uint32_t)strlen(with);
    return n >= m && memcmp(p, with, m) == 0;
}

/* c=IN IP4 192.0.2.1 */
static void connection(wt_endpoint *end, const uint8_t *p, uint32_t n) {
    uint32_t to = 9;
    end->kind = 0;
    if (!begins(p, n, "c=IN IP6 ") && !begins(p, n, "c=IN IP4 "))
        return;
    while (to < n && p[to] != ' ' && p[to] != '/')
        to++;
    wt_parse_address(end, (const char *)p + 9, to - 9);
}

/* m=audio 49170 RTP/AVP 0 */
static void media(description *d, const uint8_t *p, uint32_t n) {
    uint32_t i = 2, port = 0;
    while (i < n && p[i] != ' ')
        i++;
    for (i++; i < n && p[i] >= '0' && p[i] <= '9' && port < 65536; i++)
        port = port * 10 + (p[i] - '0');
    while (i < n && p[i] != ' ')
        i++;
    d->rtp = i < n && begins(p + i, n - i, " RTP/");
    bool fax = i < n && (begins(p + i, n - i, " udptl") || begins(p + i, n - i, " UDPTL"));
    d->port = port < 65536 && (d->rtp || fax) ? (uint16_t)port : 0;
    d->in_media = true;
    d->media.kind = 0;
}

static void announce(wt_session *s, description *d) {
    wt_endpoint end = d->media.kind ? d->media : d->session;
    if (d->in_media && d->port && end.kind) {
        end.port = d->port;
        wt_flow_announce(s, WT_P_UDP, &end);
        end.port++;                        /* reports about the media: RFC 3550 §11 */
        if (d->rtp && end.port)
            wt_flow_announce(s, WT_P_UDP, &end);
    }
    d->in_media = false;
}

void wt_sdp_announce(wt_session *s, const uint8_t *p, uint32_t n) {
    description d = {.in_media = false};
    for (uint32_t at = 0, len; at < n; at += len + 1) {
        for (len = 0; at + len < n && p[at + len] != '\r' && p[at + len] != '\n';)
            len++;
        if (len < 2 || p[at + 1] != '=')
            continue;
        if (p[at] == 'v' || p[at] == 'm')
            announce(s, &d);
        if (p[at] == 'v')
            d.session.kind = 0;
        else if (p[at] == 'm')
            media(&d, p + at, len);
        else if (p[at] == 'c')
            connection(d.in_media ? &d.media : &d.session, p + at, len);
    }
    announce(s, &d);
}
