/* http_values.c - status codes, and the rules for caches, in words. */
#include <strings.h>

#include "proto/http.h"

static const wt_value codes_rows[] = {
    WT_V(100, "Continue", "Go on and send the body."),
    WT_V(101, "Switching Protocols", "From here on another protocol is spoken."),
    WT_V(102, "Processing", NULL),
    WT_V(103, "Early Hints", "What the page will need; the true answer follows."),
    WT_V(200, "OK", "Here it is."),
    WT_V(201, "Created", "A new resource was made."),
    WT_V(202, "Accepted", "It will be done later."),
    WT_V(203, "Non-Authoritative Information", NULL),
    WT_V(204, "No Content", "Done; there is nothing to show."),
    WT_V(205, "Reset Content", NULL),
    WT_V(206, "Partial Content", "Only the part that was asked for."),
    WT_V(207, "Multi-Status", NULL),
    WT_V(208, "Already Reported", NULL),
    WT_V(226, "IM Used", NULL),
    WT_V(300, "Multiple Choices", NULL),
    WT_V(301, "Moved Permanently", "It is elsewhere, for good: see Location."),
    WT_V(302, "Found", "It is elsewhere for now: see Location."),
    WT_V(303, "See Other", "Read the page named in Location instead."),
    WT_V(304, "Not Modified", "The copy that the client has is still good."),
    WT_V(305, "Use Proxy", NULL),
    WT_V(307, "Temporary Redirect", "Ask the same thing elsewhere: see Location."),
    WT_V(308, "Permanent Redirect", NULL),
    WT_V(400, "Bad Request", "The server can't understand the request."),
    WT_V(401, "Unauthorized", "The client has to prove who it is first."),
    WT_V(402, "Payment Required", NULL),
    WT_V(403, "Forbidden", "The server won't, whoever asks."),
    WT_V(404, "Not Found", "There is nothing of that name."),
    WT_V(405, "Method Not Allowed", NULL),
    WT_V(406, "Not Acceptable", NULL),
    WT_V(407, "Proxy Authentication Required", NULL),
    WT_V(408, "Request Timeout", "The client took too long."),
    WT_V(409, "Conflict", NULL),
    WT_V(410, "Gone", "It was here once, but won't come back."),
    WT_V(411, "Length Required", NULL),
    WT_V(412, "Precondition Failed", NULL),
    WT_V(413, "Content Too Large", NULL),
    WT_V(414, "URI Too Long", NULL),
    WT_V(415, "Unsupported Media Type", NULL),
    WT_V(416, "Range Not Satisfiable", NULL),
    WT_V(417, "Expectation Failed", NULL),
    WT_V(418, "I'm a teapot", NULL),
    WT_V(421, "Misdirected Request", NULL),
    WT_V(422, "Unprocessable Content", NULL),
    WT_V(423, "Locked", NULL),
    WT_V(424, "Failed Dependency", NULL),
    WT_V(425, "Too Early", NULL),
    WT_V(426, "Upgrade Required", NULL),
    WT_V(428, "Precondition Required", NULL),
    WT_V(429, "Too Many Requests", "The client shall slow down."),
    WT_V(431, "Request Header Fields Too Large", NULL),
    WT_V(451, "Unavailable For Legal Reasons", NULL),
    WT_V(500, "Internal Server Error", "Something broke in the server."),
    WT_V(501, "Not Implemented", NULL),
    WT_V(502, "Bad Gateway", "The server behind this one gave nonsense."),
    WT_V(503, "Service Unavailable", "Overloaded, or down for now."),
    WT_V(504, "Gateway Timeout", "The server behind this one did not answer."),
    WT_V(505, "HTTP Version Not Supported", NULL),
    WT_V(506, "Variant Also Negotiates", NULL),
    WT_V(507, "Insufficient Storage", NULL),
    WT_V(508, "Loop Detected", NULL),
    WT_V(511, "Network Authentication Required", NULL),
};
const wt_values wt_http_codes = {codes_rows, sizeof codes_rows / sizeof *codes_rows};

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
    {"stale-if-error", "for %s more an old copy may be used if the server fails", "an old copy will do for %s if the server fails"},
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
        {31536000, " year", " years"}, {86400, " day", " days"}, {3600, " hour", " hours"}, {60, " minute", " minutes"}};
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
