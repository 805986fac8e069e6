/* dhcp.h - what the parts of the DHCP dissector share. */
#ifndef WT_PROTO_DHCP_H
#define WT_PROTO_DHCP_H

#include "core/proto.h"
#include "proto/dhcp_fields.h"

extern const wt_values wt_dhcp_ops, wt_dhcp_hardware, wt_dhcp_options, wt_dhcp_ends, wt_dhcp_messages,
    wt_dhcp_overloads, wt_dhcp_netbios, wt_dhcp_architectures, wt_dhcp_autos, wt_dhcp_forcerenews,
    wt_dhcp_lease_states, wt_dhcp_duids, wt_dhcp_auth_protocols, wt_dhcp_auth_algorithms,
    wt_dhcp_sip_encodings, wt_dhcp_agents, wt_dhcp_pxe, wt_dhcp_bsdp;

#define DHCP_FIELDS(F) DHCP_HEADER_FIELDS(F) DHCP_SIMPLE_FIELDS(F) DHCP_OPTION_FIELDS(F)
WT_FIELD_IDS(DHCP, DHCP_FIELDS)

/* What is found by looking through the options before they are told. */
typedef struct wt_dhcp {
    uint8_t type;                          /* of message; 0: none, it is BOOTP */
    uint8_t overload;
    const uint8_t *requested, *your;       /* addresses, 4 bytes each, or NULL */
    const uint8_t *vendor_class;
    const uint8_t *host, *reason;          /* texts */
    uint32_t vendor_class_len, host_len, reason_len;
    uint32_t lease;
    bool has_lease;
} wt_dhcp;

/* How most options are read; used by option tables. */
enum wt_dhcp_kind { WT_DHCP_NUMBER, WT_DHCP_NUMBERS, WT_DHCP_ADDRESS, WT_DHCP_ADDRESSES, WT_DHCP_WORDS,
                    WT_DHCP_BYTES, WT_DHCP_CLOCK };

/* Read all of c, which is one value of that kind as `f`; a wrong length is noted, not read. */
void wt_dhcp_plain(wt_cur *c, enum wt_dhcp_kind kind, wt_fid f);
/* All of c as text that ends at the first NUL. */
void wt_dhcp_words(wt_cur *c, wt_fid f);
void wt_dhcp_words_n(wt_cur *c, wt_fid f, uint32_t n);

/* An option's data: all of c.  False if the option has no parts known here. */
bool wt_dhcp_option(wt_cur *c, const wt_dhcp *d, uint32_t code);
void wt_dhcp_agent(wt_cur *c);
void wt_dhcp_netware(wt_cur *c);
void wt_dhcp_pxe_parts(wt_cur *c);
void wt_dhcp_bsdp_parts(wt_cur *c);
void wt_dhcp_vendor_data(wt_cur *c);

#endif
