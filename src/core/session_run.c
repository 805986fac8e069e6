/* session_run.c - a session's life: made, fed frame by frame, freed. */
#include <stdlib.h>

#include "core/pool.h"
#include "core/defrag.h"
#include "core/proto.h"

static void *libc_resize(void *user, void *p, size_t old_size, size_t new_size) {
    (void)user;
    (void)old_size;
    if (new_size)
        return realloc(p, new_size);
    free(p);
    return NULL;
}

void *wt_resize(wt_session *s, void *p, size_t old_size, size_t new_size) {
    void *got = s->allocator.resize(s->allocator.user, p, old_size, new_size);
    if (!got && new_size)
        s->starved = true;
    return got;
}

const char *wt_version(void) { return WT_VERSION; }

/* ---- new and free ----------------------------------------------------------------------- */

static void want(wt_session *s, wt_fid f) {
    if (f >> 3 < sizeof s->want) {
        s->want[f >> 3] |= (uint8_t)(1 << (f & 7));
        s->shows[WT_FID_PROTO_OF(f)] = true;
    }
    const wt_field *row = wt_field_get(f);
    if (!row || !(row->flags & WT_ALIAS))
        return;
    const wt_protocol_info *info = wt_protocol_get(WT_FID_PROTO_OF(f));
    for (uint32_t i = 0; i < info->alias_count; i++)
        for (unsigned m = 0; info->aliases[i].field == f && m < 4; m++)
            if (info->aliases[i].members[m] != WT_FID_NONE)
                want(s, info->aliases[i].members[m]);
}

static uint32_t count_texts(void) {
    uint32_t n = 0;
    for (uint32_t p = 0; p < WT_P_COUNT; p++)
        for (uint32_t i = 0; i < wt_protocols[p]->binding_count; i++)
            n += wt_protocols[p]->bindings[i].text != NULL;
    return n;
}

/* Side by side, as they are looked up for each body. */
static bool bind_texts(wt_session *s) {
    uint32_t n = count_texts();
    s->texts = wt_resize(s, NULL, 0, n * sizeof *s->texts);
    if (!s->texts)
        return false;
    for (uint32_t p = 0; p < WT_P_COUNT; p++)
        for (uint32_t i = 0; i < wt_protocols[p]->binding_count; i++) {
            const wt_binding *b = &wt_protocols[p]->bindings[i];
            if (b->text)
                s->texts[s->text_count++] = (wt_text_binding){b->text, (uint16_t)strlen(b->text), (uint8_t)b->table,
                                                              (uint8_t)p};
        }
    return true;
}

static bool bind(wt_session *s, uint32_t table, uint64_t key, uint32_t proto) {
    if (key >= WT_BOUND_PAGES * WT_BOUND_PAGE)
        return true;
    uint8_t **page = &s->bound[table][key / WT_BOUND_PAGE];
    if (!*page) {
        if (!(*page = wt_resize(s, NULL, 0, WT_BOUND_PAGE)))
            return false;
        memset(*page, 0, WT_BOUND_PAGE);
    }
    (*page)[key % WT_BOUND_PAGE] = (uint8_t)(proto + 1);
    return true;
}

static bool bind_all(wt_session *s, const wt_options *o) {
    bool good = true;
    for (uint32_t p = 0; p < WT_P_COUNT; p++)
        for (uint32_t i = 0; i < wt_protocols[p]->binding_count && good; i++) {
            const wt_binding *b = &wt_protocols[p]->bindings[i];
            good = b->table >= WT_T_NUMBERS || bind(s, b->table, b->key, p);
        }
    for (size_t i = 0; o && i < o->decode_as_count; i++)
        for (uint32_t t = 0; t < WT_T_NUMBERS && good; t++)
            if (strcmp(o->decode_as[i].table, wt_table_names[t]) == 0)
                good = bind(s, t, o->decode_as[i].value, (uint32_t)o->decode_as[i].proto);
    return good;
}

/* Is any row of this protocol wanted? */
static bool wants_any(const wt_session *s, uint32_t proto) {
    for (uint32_t f = proto << WT_FID_BITS; f < (proto + 1) << WT_FID_BITS; f += 8)
        if (s->want[f >> 3])
            return true;
    return false;
}

static bool wants_numbers(const wt_session *s) {
    static const char *const numbers[] = {"tcp.stream", "udp.stream"};
    bool wanted = s->everything;
    for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++) {
        wt_fid f = wt_field_find(numbers[n]);
        wanted |= f != WT_FID_NONE && wt_wants(s, f);
    }
    return wanted;
}

/* Bodies are read for those who want rows of what they may hold. */
static bool wants_bodies(const wt_session *s, const wt_options *o) {
    wt_fid protocols = wt_field_find("frame.protocols");   /* names what bodies hold, too */
    bool wanted = s->everything || (o && (o->pieces || o->claims)) || wants_any(s, WT_P_WIRETALE) ||
                  wants_any(s, WT_P_DATA) || (protocols != WT_FID_NONE && wt_wants(s, protocols));
    for (uint32_t p = 0; p < WT_P_COUNT && !wanted; p++)
        for (uint32_t i = 0; i < wt_protocols[p]->binding_count; i++)
            wanted |= wt_protocols[p]->bindings[i].table == WT_T_MEDIA_TYPE && wants_any(s, p);
    return wanted;
}

/* Protocols that are never inside of a stream. */
static bool carries_streams(uint32_t proto) {
    const wt_protocol *p = wt_protocols[proto];
    bool carries = proto == WT_P_FRAME;
    for (uint32_t i = 0; i < p->binding_count && !p->stream; i++) {
        unsigned t = p->bindings[i].table;
        carries |= t == WT_T_LINKTYPE || t == WT_T_ETHERTYPE || t == WT_T_IP_PROTO;
    }
    return carries;
}

/* Does anybody look at what TCP carries? */
static bool wants_streams(const wt_session *s, const wt_options *o) {
    static const char *const of_streams[] = {"frame.protocols", "tcp.segment_data"};
    bool wanted = !o || !o->rows_only || s->everything || s->headline_wanted || o->pieces || o->claims;
    for (size_t n = 0; n < sizeof of_streams / sizeof *of_streams && !wanted; n++)
        wanted = wt_wants(s, wt_field_find(of_streams[n]));
    for (uint32_t p = 0; p < WT_P_COUNT && !wanted; p++)
        wanted = s->shows[p] && !carries_streams(p);
    return wanted;
}

enum { FIRST_FLOWS = 256, FIRST_ITEMS = 512 };

static bool make_parts(wt_session *s, const wt_options *o) {
    static const uint32_t defaults[] = {
#define L(id, name, value, sentence) value,
#include "core/limits.def"
#undef L
    };
    memcpy(s->limit, defaults, sizeof s->limit);
    if (s->lanes)                          /* together they keep no more than one would */
        s->limit[WT_LIMIT_POOL] /= s->lanes;
    if (!bind_all(s, o) || !bind_texts(s))
        return false;
    for (uint32_t p = 0; p < WT_P_COUNT; p++)
        if (wt_protocols[p]->guess)
            s->guessers[s->guesser_count++] = (uint8_t)p;
    s->items = wt_resize(s, NULL, 0, FIRST_ITEMS * sizeof *s->items);
    if (!s->items)
        return false;
    s->item_cap = FIRST_ITEMS;
    s->layers = wt_resize(s, NULL, 0, s->limit[WT_LIMIT_LAYERS] * sizeof *s->layers);
    s->sources = wt_resize(s, NULL, 0, s->limit[WT_LIMIT_SOURCES] * sizeof *s->sources);
    s->flow_mask = FIRST_FLOWS - 1;
    s->flow_hash = wt_resize(s, NULL, 0, FIRST_FLOWS * sizeof *s->flow_hash);
    s->pool = wt_pool_new(s);
    if (o && o->pieces)
        s->pieces = wt_resize(s, NULL, 0, s->limit[WT_LIMIT_PIECES] * sizeof *s->pieces);
    if (o && o->claims)
        s->claims = wt_resize(s, NULL, 0, s->limit[WT_LIMIT_CLAIMS] * sizeof *s->claims);
    if ((o && o->pieces && !s->pieces) || (o && o->claims && !s->claims) || !s->layers || !s->sources ||
        !s->flow_hash || !s->pool)
        return false;
    memset(s->flow_hash, 0, FIRST_FLOWS * sizeof *s->flow_hash);
    return true;
}

wt_session *wt_session_new(const wt_options *o) {
    wt_allocator allocator = o && o->allocator ? *o->allocator : (wt_allocator){libc_resize, NULL};
    wt_session *s = allocator.resize(allocator.user, NULL, 0, sizeof *s);
    if (!s)
        return NULL;
    memset(s, 0, sizeof *s);
    s->allocator = allocator;
    s->everything = !o || o->everything;
    memset(s->shows, s->everything, sizeof s->shows);
    s->headline_wanted = !o || o->headline;
    s->show_secrets = o && o->secrets;
    s->crypto = o ? o->crypto : NULL;
    s->crypto_state = o ? o->crypto_state : NULL;
    s->codec = o ? o->codec : NULL;
    s->first_ns = s->previous_ns = INT64_MIN;
    for (size_t i = 0; o && i < o->want_count; i++)
        want(s, o->want[i]);
    if (o && o->lanes > 1) {
        s->lane = (uint8_t)o->lane;
        s->lanes = (uint8_t)o->lanes;
        s->only = o->only;
        s->only_count = o->only_count;
        s->glance = !o->decode_as_count;
        s->numbered = wants_numbers(s);
    }
    s->bodies_wanted = wants_bodies(s, o);
    s->heads_only = !wants_streams(s, o);
    if (!make_parts(s, o)) {
        wt_session_free(s);
        return NULL;
    }
    return s;
}

void wt_session_free(wt_session *s) {
    if (!s)
        return;
    for (wt_flow *f = s->pool ? s->flow_newest : NULL; f; f = f->older) {
        wt_chan_free(s, f->chan);
        if (f->state && f->free_state)
            f->free_state(s, f);
    }
    wt_defrag_free(s);
    wt_pool_free(s, s->pool);
    for (wt_arena_chunk *a = s->arena, *next; a; a = next) {
        next = a->next;
        wt_resize(s, a, sizeof *a + a->size, 0);
    }
    for (int t = 0; t < WT_T_NUMBERS; t++)
        for (uint32_t p = 0; p < WT_BOUND_PAGES; p++)
            if (s->bound[t][p])
                wt_resize(s, s->bound[t][p], WT_BOUND_PAGE, 0);
    if (s->texts)
        wt_resize(s, s->texts, s->text_count * sizeof *s->texts, 0);
    if (s->layers)
        wt_resize(s, s->layers, s->limit[WT_LIMIT_LAYERS] * sizeof *s->layers, 0);
    if (s->sources)
        wt_resize(s, s->sources, s->limit[WT_LIMIT_SOURCES] * sizeof *s->sources, 0);
    if (s->pieces)
        wt_resize(s, s->pieces, s->limit[WT_LIMIT_PIECES] * sizeof *s->pieces, 0);
    if (s->claims)
        wt_resize(s, s->claims, s->limit[WT_LIMIT_CLAIMS] * sizeof *s->claims, 0);
    if (s->flow_hash)
        wt_resize(s, s->flow_hash, ((size_t)s->flow_mask + 1) * sizeof *s->flow_hash, 0);
    if (s->items)
        wt_resize(s, s->items, s->item_cap * sizeof *s->items, 0);
    wt_allocator allocator = s->allocator;
    allocator.resize(allocator.user, s, sizeof *s, 0);
}

/* ---- a frame ---------------------------------------------------------------------------- */

static void reset(wt_session *s, const wt_frame *frame) {
    wt_pool_take_back(s);
    s->frame = frame;
    s->item_count = s->layer_count = s->depth = s->embedded = s->headline_layer = s->piece_count = s->claim_count = 0;
    s->late_items = s->cut = s->malformed = s->starved = s->crowded = s->foreign = false;
    s->touched = NULL;
    s->said = 0;
    s->media = NULL;
    s->media_len = 0;
    s->net = (wt_net){0};
    s->inner_end = UINT32_MAX;
    s->radio.fcs = s->radio.padded = false;
    s->src.kind = s->dst.kind = 0;
    s->src.has_port = s->dst.has_port = false;
    s->headline = (wt_text){s->headline_buf, 0, sizeof s->headline_buf, false};
    for (wt_arena_chunk *a = s->arena; a && a->used; a = a->next)
        a->used = 0;
    s->arena_now = s->arena;
    s->arena_used = 0;
    s->sources[0] = (wt_source){.data = frame->data, .length = frame->caplen, .kind = "Frame"};
    s->source_count = 1;
}

/* Each layer's items side by side: only needed when an outer layer added something (a trailer, a total)
 * after an inner one was read.  Stable, and subtrees stay whole because they never cross layers. */
static bool group_items(wt_session *s) {
    uint32_t start[257] = {0};
    uint32_t *to = wt_arena(s, s->item_count * sizeof *to);
    wt_item *out = wt_arena(s, s->item_count * sizeof *out);
    if (!to || !out)
        return false;
    for (uint32_t i = 0; i < s->item_count; i++)
        start[s->items[i].layer + 1]++;
    for (uint32_t l = 0; l < s->layer_count; l++)
        start[l + 1] += start[l];
    for (uint32_t i = 0; i < s->item_count; i++)
        to[i] = start[s->items[i].layer]++;
    for (uint32_t i = 0; i < s->item_count; i++) {
        wt_item *item = &out[to[i]];
        *item = s->items[i];
        uint32_t last = item->end - 1;
        while (last > i && s->items[last].layer != item->layer)
            last--;
        item->end = to[last] + 1;
    }
    memcpy(s->items, out, s->item_count * sizeof *out);
    return true;
}

static void number_items(wt_session *s) {
    uint32_t i = 0;
    for (uint32_t l = 0; l < s->layer_count; l++) {
        s->layers[l].first = i;
        while (i < s->item_count && s->items[i].layer == l)
            i++;
        s->layers[l].end = i;
    }
}

/* A frame that nobody had words for: its highest layer could not be read, or is of a kind that has none. */
static void tell_something(wt_session *s) {
    s->headline_layer = s->layer_count ? s->layer_count - 1 : 0;
    if (s->malformed)
        wt_put_s(&s->headline, WT_MALFORMED_WORDS);
    else if (s->cut)
        wt_put_s(&s->headline, "cut short: the capture did not keep the rest");
    else if (s->layer_count)
        wt_put_s(&s->headline, wt_protocols[s->layers[s->headline_layer].proto]->info.title);
}

bool wt_session_tangled(const wt_session *s) { return s->tangled; }

uint32_t wt_session_conversation(const wt_session *s) { return s->touched ? s->touched->number : UINT32_MAX; }

const wt_tape *wt_session_feed(wt_session *s, const wt_frame *frame) {
    bool timed = frame->time_ns != INT64_MIN;   /* the difference to a time that is not known means nothing */
    if (timed && s->first_ns == INT64_MIN)
        s->first_ns = s->previous_ns = frame->time_ns;
    s->glanced = NULL;
    if (s->lanes && wt_flow_passes(s, frame)) {
        if (timed)
            s->previous_ns = frame->time_ns;
        return NULL;
    }
    reset(s, frame);
    wt_cur c = {.s = s, .data = frame->data, .cap = frame->caplen,
                .end = frame->len > frame->caplen ? frame->len : frame->caplen};
    wt_run(&c, WT_P_FRAME);
    if (timed)
        s->previous_ns = frame->time_ns;
    if (s->crowded || s->starved)
        wt_tangle(s);
    if (s->foreign || (s->lane && !s->touched))    /* frames of no conversation are the first lane's */
        return NULL;
    if (s->headline_wanted && !s->headline.len)
        tell_something(s);
    if (s->starved || s->crowded)
        wt_say_shortage(s);
    if (s->late_items && !group_items(s)) {        /* items that can't be put in order are worth nothing */
        s->item_count = 0;
        s->starved = true;
        wt_say_shortage(s);
    }
    if (s->item_count)
        number_items(s);
    s->tape = (wt_tape){.frame = frame, .items = s->items, .layers = s->layers, .sources = s->sources,
                        .pieces = s->pieces, .piece_count = s->piece_count, .claims = s->claims,
                        .claim_count = s->claim_count, .item_count = s->item_count, .layer_count = s->layer_count,
                        .source_count = s->source_count, .src = s->src, .dst = s->dst,
                        .top = s->headline_layer, .headline = s->headline.p, .headline_len = s->headline.len,
                        .cut = s->cut, .malformed = s->malformed};
    return &s->tape;
}
