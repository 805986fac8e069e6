/* http_values.c - the rules for caches in words, and what Wireshark calls some status codes. */
#include <strings.h>

#include "proto/http.h"

/* ---- Cache-Control ---------------------------------------------------------------------- */

static const struct rule {
    const char *name, *answer, *request;   /* what it means in an answer, in a request; NULL: nothing there */
} rules[] = {
    {"max-age", "a copy may be used for %s", "no copy older than %s is wanted"},
    {"s-maxage", "caches that many share may use a copy for %s", NULL},
    {"no-cache", "before a copy is used, ask whether it is still good", "no copy without asking the server"},
    {"no-store", "nobody may keep a copy", "keep nothing of this"},
    {"private", "only the browser may keep a copy: it is for this user", NULL},
    {"public", "everybody may keep a copy", NULL},
    {"must-revalidate", "a copy that is too old must not be used without asking", NULL},
    {"proxy-revalidate", "shared caches must not use a copy that is too old without asking", NULL},
    {"must-understand", "keep a copy only if the status code's rules are known", NULL},
    {"no-transform", "nobody on the way may change the body", "nobody on the way may change the body"},
    {"immutable", "it will not change as long as the copy is fresh: do not ask", NULL},
    {"stale-while-revalidate", "for %s more an old copy may be used while a new one is got", NULL},
    {"stale-if-error", "for %s more an old copy may be used if the server fails",
     "an old copy will do for %s if the server fails"},
    {"max-stale", NULL, "a copy that is up to %s too old will do"},
    {"min-fresh", NULL, "it shall still be good for %s"},
    {"only-if-cached", NULL, "a copy or nothing"},
};

static bool same_word(const uint8_t *p, uint32_t n, const char *word) {
    return strlen(word) == n && strncasecmp((const char *)p, word, n) == 0;
}

/* "600" → "600 seconds (10 minutes)". */
static void put_duration(wt_text *t, uint64_t seconds) {
    static const struct { uint32_t size; const char *one, *many; } units[] = {
        {31536000, " year", " years"}, {86400, " day", " days"}, {3600, " hour", " hours"},
        {60, " minute", " minutes"}};
    wt_put_u(t, seconds);
    wt_put_s(t, seconds == 1 ? " second" : " seconds");
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (seconds >= units[i].size && seconds % units[i].size == 0) {
            wt_put_s(t, " (");
            wt_put_u(t, seconds / units[i].size);
            wt_put_s(t, seconds / units[i].size == 1 ? units[i].one : units[i].many);
            wt_put_c(t, ')');
            return;
        }
}

bool wt_http_number(const uint8_t *p, uint32_t n, uint64_t *out) {
    uint64_t v = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (p[i] < '0' || p[i] > '9' || v > (UINT64_MAX - 9) / 10)
            return false;
        v = v * 10 + (p[i] - '0');
    }
    *out = v;
    return n > 0;
}

const char *wt_http_code_words(uint16_t code) {
    static const struct { uint16_t code; const char *words; } rows[] = {
        {199, "Informational - Others"}, {203, "Non-authoritative Information"}, {299, "Success - Others"},
        {399, "Redirection - Others"},   {408, "Request Time-out"},              {413, "Request Entity Too Large"},
        {414, "Request-URI Too Long"},   {416, "Requested Range Not Satisfiable"}, {422, "Unprocessable Entity"},
        {499, "Client Error - Others"},  {504, "Gateway Time-out"},              {505, "HTTP Version not supported"},
        {510, "Not Extended"},           {599, "Server Error - Others"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == code)
            return rows[i].words;
    return NULL;
}

bool wt_http_cache_rule(wt_text *t, const uint8_t *p, uint32_t n, bool answer) {
    const uint8_t *equals = memchr(p, '=', n);
    uint32_t name = equals ? (uint32_t)(equals - p) : n;
    uint64_t seconds = 0;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const char *words = answer ? rules[i].answer : rules[i].request;
        if (!words || !same_word(p, name, rules[i].name))
            continue;
        const char *place = strstr(words, "%s");
        if (!place) {
            wt_put_s(t, words);
            return true;
        }
        bool quoted = equals && n - name > 2 && equals[1] == '"';
        if (!equals || !wt_http_number(equals + 1 + quoted, n - name - 1 - 2u * quoted, &seconds))
            return false;
        wt_put_n(t, words, (size_t)(place - words));
        put_duration(t, seconds);
        wt_put_s(t, place + 2);
        return true;
    }
    return false;
}
