/* dns_rdata.c - a record's data.  Most types are a row of plain steps, kept in one table. */
#include "proto/dns.h"

enum step_kind { END, NUMBER, NAME, TEXT, COUNTED, ADDRESS4, ADDRESS6, BYTES, REST, TIME, MANY };

/* NUMBER by its row's type; BYTES: `n` of them; REST, TEXT: all that is left; COUNTED: a length byte in
 * `f`, then text in the row after it; MANY: the next step again and again until the data ends. */
typedef struct step {
    uint8_t kind, n;
    uint16_t row;
} step;

#define ROW(f) (uint16_t)((f) & ((1u << WT_FID_BITS) - 1))
#define STEP(kind, f) {kind, 0, ROW(f)}
#define STEP_N(kind, n, f) {kind, n, ROW(f)}
enum { STEPS = 10 };

typedef struct recipe {
    uint16_t type;
    step steps[STEPS];
} recipe;

static const recipe recipes[] = {
    {1, {STEP(ADDRESS4, F_A)}},
    {2, {STEP(NAME, F_NS)}},
    {3, {STEP(NAME, F_MD)}},
    {4, {STEP(NAME, F_MF)}},
    {5, {STEP(NAME, F_CNAME)}},
    {6, {STEP(NAME, F_SOA_MNAME), STEP(NAME, F_SOA_RNAME), STEP(NUMBER, F_SOA_SERIAL),
         STEP(NUMBER, F_SOA_REFRESH), STEP(NUMBER, F_SOA_RETRY), STEP(NUMBER, F_SOA_EXPIRE),
         STEP(NUMBER, F_SOA_MINIMUM)}},
    {7, {STEP(NAME, F_MB)}},
    {8, {STEP(NAME, F_MG)}},
    {9, {STEP(NAME, F_MR)}},
    {10, {STEP(REST, F_NULL)}},
    {12, {STEP(NAME, F_PTR)}},
    {13, {STEP(COUNTED, F_HINFO_CPU_LEN), STEP(COUNTED, F_HINFO_OS_LEN)}},
    {14, {STEP(NAME, F_MINFO_R), STEP(NAME, F_MINFO_E)}},
    {15, {STEP(NUMBER, F_MX_PREFERENCE), STEP(NAME, F_MX_EXCHANGE)}},
    {16, {STEP(MANY, 0), STEP(COUNTED, F_TXT_LENGTH)}},
    {17, {STEP(NAME, F_RP_MAILBOX), STEP(NAME, F_RP_TXT)}},
    {18, {STEP(NUMBER, F_AFSDB_SUBTYPE), STEP(NAME, F_AFSDB_HOST)}},
    {19, {STEP(COUNTED, F_X25_LEN)}},
    {21, {STEP(NUMBER, F_RT_PREFERENCE), STEP(NAME, F_RT_HOST)}},
    {22, {STEP(REST, F_NSAP)}},
    {23, {STEP(NAME, F_NSAP_PTR)}},
    {24, {STEP(NUMBER, F_RRSIG_COVERED), STEP(NUMBER, F_RRSIG_ALGORITHM), STEP(NUMBER, F_RRSIG_LABELS),
          STEP(NUMBER, F_RRSIG_TTL), STEP(TIME, F_RRSIG_EXPIRATION), STEP(TIME, F_RRSIG_INCEPTION),
          STEP(NUMBER, F_RRSIG_KEY_TAG), STEP(NAME, F_RRSIG_SIGNER), STEP(REST, F_RRSIG_SIGNATURE)}},
    {26, {STEP(NUMBER, F_PX_PREFERENCE), STEP(NAME, F_PX_822), STEP(NAME, F_PX_400)}},
    {27, {STEP(COUNTED, F_GPOS_LONGITUDE_LEN), STEP(COUNTED, F_GPOS_LATITUDE_LEN),
          STEP(COUNTED, F_GPOS_ALTITUDE_LEN)}},
    {28, {STEP(ADDRESS6, F_AAAA)}},
    {33, {STEP(NUMBER, F_SRV_PRIORITY), STEP(NUMBER, F_SRV_WEIGHT), STEP(NUMBER, F_SRV_PORT),
          STEP(NAME, F_SRV_TARGET)}},
    {36, {STEP(NUMBER, F_KX_PREFERENCE), STEP(NAME, F_KX)}},
    {37, {STEP(NUMBER, F_CERT_TYPE), STEP(NUMBER, F_CERT_KEY_TAG), STEP(NUMBER, F_CERT_ALGORITHM),
          STEP(REST, F_CERT)}},
    {39, {STEP(NAME, F_DNAME)}},
    {43, {STEP(NUMBER, F_DS_KEY_ID), STEP(NUMBER, F_DS_ALGORITHM), STEP(NUMBER, F_DS_DIGEST_TYPE),
          STEP(REST, F_DS_DIGEST)}},
    {44, {STEP(NUMBER, F_SSHFP_ALGORITHM), STEP(NUMBER, F_SSHFP_TYPE), STEP(REST, F_SSHFP)}},
    {46, {STEP(NUMBER, F_RRSIG_COVERED), STEP(NUMBER, F_RRSIG_ALGORITHM), STEP(NUMBER, F_RRSIG_LABELS),
          STEP(NUMBER, F_RRSIG_TTL), STEP(TIME, F_RRSIG_EXPIRATION), STEP(TIME, F_RRSIG_INCEPTION),
          STEP(NUMBER, F_RRSIG_KEY_TAG), STEP(NAME, F_RRSIG_SIGNER), STEP(REST, F_RRSIG_SIGNATURE)}},
    {49, {STEP(REST, F_DHCID)}},
    {52, {STEP(NUMBER, F_TLSA_USAGE), STEP(NUMBER, F_TLSA_SELECTOR), STEP(NUMBER, F_TLSA_MATCHING),
          STEP(REST, F_TLSA_DATA)}},
    {59, {STEP(NUMBER, F_DS_KEY_ID), STEP(NUMBER, F_DS_ALGORITHM), STEP(NUMBER, F_DS_DIGEST_TYPE),
          STEP(REST, F_DS_DIGEST)}},
    {61, {STEP(TEXT, F_OPENPGPKEY)}},
    {63, {STEP(NUMBER, F_ZONEMD_SERIAL), STEP(NUMBER, F_ZONEMD_SCHEME), STEP(NUMBER, F_ZONEMD_HASH),
          STEP(REST, F_ZONEMD_DIGEST)}},
    {99, {STEP(MANY, 0), STEP(COUNTED, F_SPF_LENGTH)}},
    {104, {STEP(NUMBER, F_NID_PREFERENCE), STEP_N(BYTES, 8, F_NID)}},
    {105, {STEP(NUMBER, F_L32_PREFERENCE), STEP(ADDRESS4, F_L32)}},
    {106, {STEP(NUMBER, F_L64_PREFERENCE), STEP_N(BYTES, 8, F_L64)}},
    {107, {STEP(NUMBER, F_LP_PREFERENCE), STEP(NAME, F_LP)}},
    {108, {STEP_N(BYTES, 6, F_EUI48)}},
    {109, {STEP_N(BYTES, 8, F_EUI64)}},
    {32769, {STEP(NUMBER, F_DS_KEY_ID), STEP(NUMBER, F_DS_ALGORITHM), STEP(NUMBER, F_DS_DIGEST_TYPE),
             STEP(REST, F_DS_DIGEST)}},
};

static const recipe *find(uint16_t type) {
    size_t low = 0, high = sizeof recipes / sizeof *recipes;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (recipes[middle].type < type)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof recipes / sizeof *recipes && recipes[low].type == type ? &recipes[low] : NULL;
}

static void take_step(wt_cur *c, const wt_dns *d, const step *s) {
    wt_fid f = ((wt_fid)WT_P_DNS << WT_FID_BITS) + s->row;
    switch (s->kind) {
    case NUMBER: wt_take(c, f); break;
    case NAME: wt_dns_take_name(c, d, f); break;
    case TEXT: wt_dns_take_text(c, f, wt_left(c)); break;
    case COUNTED: wt_dns_take_counted(c, f, f + 1); break;
    case ADDRESS4: wt_take_bytes(c, f, 4); break;
    case ADDRESS6: wt_take_bytes(c, f, 16); break;
    case BYTES: wt_take_bytes(c, f, s->n); break;
    case REST: wt_take_bytes(c, f, wt_left(c)); break;
    case TIME: wt_dns_take_time(c, f, 4); break;
    default: break;
    }
}

void wt_dns_rdata(wt_cur *c, const wt_dns *d, uint16_t type) {
    const recipe *r = find(type);
    if (!r) {
        if (!wt_dns_special(c, d, type))
            wt_take_bytes(c, F_DATA, wt_left(c));
        return;
    }
    for (const step *s = r->steps; s->kind != END && !c->fail; s++) {
        bool many = s->kind == MANY;
        s += many;
        do
            take_step(c, d, s);
        while (many && wt_left(c) && !c->fail);
    }
}

/* ---- for the headline ------------------------------------------------------------------- */

static void say_name(wt_cur *c, const wt_dns *d, uint32_t after, wt_text *t) {
    wt_dns_name name;
    if (wt_skip(c, after) && wt_dns_read_name(c, d, &name, true) && name.text)
        wt_put_n(t, name.text, name.len);
}

void wt_dns_say_rdata(wt_cur *c, const wt_dns *d, uint16_t type, wt_text *t) {
    wt_cur look = *c;
    look.s->embedded++;                    /* what is wrong is said when the record itself is read */
    uint32_t n = wt_left_captured(&look);
    switch (type) {
    case 1:
        if (n >= 4)
            wt_put_ipv4(t, wt_here(&look));
        break;
    case 28:
        if (n >= 16)
            wt_put_ipv6(t, wt_here(&look));
        break;
    case 2: case 5: case 6: case 12: case 39: say_name(&look, d, 0, t); break;
    case 15: case 36: say_name(&look, d, 2, t); break;
    case 33: {
        uint64_t port = wt_look(&look, 4, 2);
        say_name(&look, d, 6, t);
        wt_put_c(t, ':');
        wt_put_u(t, port);
        break;
    }
    case 16: {
        uint32_t len = (uint32_t)wt_look(&look, 0, 1);
        if (n && len <= n - 1) {
            wt_put_c(t, '"');
            wt_put_wire(t, wt_here(&look) + 1, len < 60 ? len : 60);
            wt_put_s(t, len < 60 ? "\"" : "…\"");
        }
        break;
    }
    default: break;
    }
    look.s->embedded--;
}
