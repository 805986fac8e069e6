/* named.c - names beside numbers, or instead of them. */
#include "print/named.h"

static const char *address_name(const wt_names *names, const wt_endpoint *e) {
    return wt_names_find(names, e->addr, e->kind == 4 ? 4 : e->kind == 6 ? 16 : e->length);
}

/* The transport that the ports belong to. */
static const char *transport_of(const wt_tape *tape) {
    for (uint32_t l = tape->layer_count; l-- > 0;) {
        const char *name = wt_protocol_get(tape->layers[l].proto)->name;
        if (strcmp(name, "tcp") == 0 || strcmp(name, "udp") == 0)
            return name;
    }
    return "";
}

void wt_put_named_end(wt_text *t, const wt_printer *p, const wt_tape *tape, const wt_endpoint *e) {
    const wt_names *names = p->options.names;
    if (!names) {
        wt_put_endpoint(t, e);
        return;
    }
    const char *name = e->kind ? address_name(names, e) : NULL;
    const char *port = e->has_port ? wt_names_find_port(names, transport_of(tape), e->port) : NULL;
    wt_endpoint plain = *e;
    plain.has_port = e->has_port && !name;
    if (!name && !port) {
        wt_put_endpoint(t, &plain);
        return;
    }
    if (name) {
        wt_put_s(t, name);
    } else {
        bool brackets = e->kind == 6;
        plain.has_port = false;
        if (brackets)
            wt_put_c(t, '[');
        wt_put_endpoint(t, &plain);
        if (brackets)
            wt_put_c(t, ']');
    }
    if (!e->has_port)
        return;
    wt_put_c(t, ':');
    if (port)
        wt_put_s(t, port);
    else
        wt_put_u(t, e->port);
}

const char *wt_item_name(const wt_printer *p, const wt_field *f, const wt_item *i) {
    const wt_names *names = p->options.names;
    if (!names)
        return NULL;
    bool pointer = i->flags & WT_I_POINTER;
    if ((f->type == WT_IPV6 && pointer && i->vlen == 16) || (f->type == WT_ETHER && pointer && i->vlen == 6) ||
        (f->type == WT_IPV4 && pointer && i->vlen == 4))
        return wt_names_find(names, i->v.p, i->vlen);
    if (f->type == WT_IPV4 && !pointer) {
        uint8_t v4[4] = {(uint8_t)(i->v.u >> 24), (uint8_t)(i->v.u >> 16), (uint8_t)(i->v.u >> 8), (uint8_t)i->v.u};
        return wt_names_find(names, v4, 4);
    }
    size_t n = strlen(f->name);
    bool is_port =
        f->type == WT_U16 && !pointer && (wt_ends_with(f->name, n, ".srcport") || wt_ends_with(f->name, n, ".dstport"));
    if (!is_port)
        return NULL;
    return wt_names_find_port(names, wt_protocol_get(WT_FID_PROTO_OF(i->field))->name, (uint16_t)i->v.u);
}
