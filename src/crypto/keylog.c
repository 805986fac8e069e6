/* keylog.c - key log text, read with suspicion: lines, and files that grow. */
#include <errno.h>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "crypto/crypto.h"

enum {
#define L(id, name, value, sentence) LIMIT_##id = value,
#include "core/limits.def"
#undef L
};

enum { LINE_MAX_ = 1280, CHUNK = 16384 };

/* Which lines there are: how their secrets are named, and how long they may be.  Those of our own lab's programs begin
 * with WIRETALE; docs/keys.md describes them all. */
static const struct {
    const char *text;
    size_t length;
    enum wt_secret kind;
    uint16_t least, most;
} labels[] = {
#define L(text) text, sizeof text - 1
    {L("CLIENT_RANDOM"), WT_SECRET_MASTER, 48, 48},
    {L("CLIENT_EARLY_TRAFFIC_SECRET"), WT_SECRET_CLIENT_EARLY, 16, 48},
    {L("CLIENT_HANDSHAKE_TRAFFIC_SECRET"), WT_SECRET_CLIENT_HANDSHAKE, 16, 48},
    {L("SERVER_HANDSHAKE_TRAFFIC_SECRET"), WT_SECRET_SERVER_HANDSHAKE, 16, 48},
    {L("CLIENT_TRAFFIC_SECRET_0"), WT_SECRET_CLIENT_TRAFFIC, 16, 48},
    {L("SERVER_TRAFFIC_SECRET_0"), WT_SECRET_SERVER_TRAFFIC, 16, 48},
    {L("EXPORTER_SECRET"), WT_SECRET_EXPORTER, 16, 48},
    {L("EARLY_EXPORTER_SECRET"), WT_SECRET_EARLY_EXPORTER, 16, 48},
    {L("PMS_CLIENT_RANDOM"), WT_SECRET_PREMASTER, 1, 512},
    {L("WIRETALE_SHARED_SECRET"), WT_SECRET_SHARED, 1, 512},
    {L("WIRETALE_PSK"), WT_SECRET_PSK, 1, 48},
    {L("WIRETALE_EPHEMERAL"), WT_SECRET_EPHEMERAL, 1, 512},
#undef L
};
enum { LABELS = sizeof labels / sizeof *labels };

static void *libc_resize(void *user, void *p, size_t old_size, size_t new_size) {
    (void)user;
    (void)old_size;
    if (new_size)
        return realloc(p, new_size);
    free(p);
    return NULL;
}

wt_keylog *wt_keylog_new(const wt_allocator *allocator) {
    wt_allocator a = allocator ? *allocator : (wt_allocator){libc_resize, NULL};
    /* calloc() knows that fresh pages are zero, and does not touch them. */
    wt_keylog *k = a.resize == libc_resize ? calloc(1, sizeof *k) : a.resize(a.user, NULL, 0, sizeof *k);
    if (!k)
        return NULL;
    if (a.resize != libc_resize)
        memset(k, 0, sizeof *k);
    k->allocator = a;
    /* From the kernel: OpenSSL's own generator takes as long to start as all the rest.  It works without, too. */
    if (getentropy(k->hash_key, sizeof k->hash_key))
        memset(k->hash_key, 0, sizeof k->hash_key);
    return k;
}

void wt_keylog_free(wt_keylog *k) {
    if (!k)
        return;
    wt_ready_free(k);
    wt_private_free(k);
    wt_store_free(k);
    wt_keylog_put(k, k->path, k->path_size);
    wt_allocator a = k->allocator;
    OPENSSL_cleanse(k, offsetof(wt_keylog, ready));
    a.resize(a.user, k, sizeof *k, 0);
}

wt_keylog *wt_keylog_lane(const wt_keylog *parent, unsigned lanes) {
    if (parent->own || parent->rsa_count)
        return NULL;
    wt_keylog *k = wt_keylog_new(&parent->allocator);
    if (!k || (parent->path && wt_keylog_await(k, parent->path)) || (parent->sessions && wt_private_ready(k))) {
        wt_keylog_free(k);
        return NULL;
    }
    k->parent = parent;
    k->lanes = lanes;
    k->count = parent->count;
    k->read_to = parent->read_to;
    return k;
}

bool wt_keylog_tangled(const wt_keylog *k) { return k->tangled || (k->parent && k->own); }

size_t wt_keylog_count(const wt_keylog *k) { return k->count; }

size_t wt_keylog_left_out(const wt_keylog *k) { return k->left_out; }

size_t wt_keylog_bad_lines(const wt_keylog *k, size_t *first_line) {
    if (first_line)
        *first_line = k->first_bad;
    return k->bad_lines;
}

const char *wt_keylog_label(enum wt_secret kind) {
    for (int i = 0; i < LABELS; i++)
        if (labels[i].kind == kind)
            return labels[i].text;
    return "";
}

static uint32_t copy(wt_keylog *k, uint32_t kind, const uint8_t *client_random, uint8_t *out) {
    uint32_t n, at = 0;
    const uint8_t *p = wt_store_find(k, kind, client_random, &n, &at);
    if (!p)
        return 0;
    memcpy(out, p, n);
    return n;
}

uint32_t wt_secret_worked_out(void *state, enum wt_secret kind, const uint8_t *client_random, uint8_t *out) {
    return copy(state, kind | WT_WORKED_OUT, client_random, out);
}

uint32_t wt_secret_logged(void *state, enum wt_secret kind, const uint8_t *client_random, uint8_t *out) {
    uint32_t n = copy(state, kind, client_random, out);
    return n || !wt_keylog_refresh(state) ? n : copy(state, kind, client_random, out);
}

uint32_t wt_secret_find(void *state, enum wt_secret kind, const uint8_t *client_random, uint8_t *out) {
    uint32_t n = wt_secret_logged(state, kind, client_random, out);
    return n ? n : wt_secret_worked_out(state, kind, client_random, out);
}

bool wt_secret_keep(void *state, enum wt_secret kind, const uint8_t *client_random, const uint8_t *p, uint32_t n) {
    return !n || n > WT_SECRET_MAX || !wt_store_add(state, (uint32_t)kind | WT_WORKED_OUT, client_random, p, n);
}

bool wt_secret_derives(void *state) {
    wt_keylog *k = state;
    return k->own || k->rsa_count;
}

bool wt_secret_hold(void *state, int64_t n, bool *say) {
    wt_keylog *k = state;
    *say = k->path || k->count;
    if (n > 0 && k->waiting + n > LIMIT_ALL_SEALED / (k->lanes ? k->lanes : 1)) {
        k->tangled |= k->parent != NULL;
        return false;
    }
    k->waiting += n;
    return true;
}

/* ---- the text --------------------------------------------------------------------------- */

/* A hex digit's value and a mark that is still there, once, in two of them put together; 0 for all else. */
enum { PAIR = 0x1100 };
static const uint16_t digits[256] = {
    ['0'] = 0x100, ['1'] = 0x101, ['2'] = 0x102, ['3'] = 0x103, ['4'] = 0x104, ['5'] = 0x105, ['6'] = 0x106,
    ['7'] = 0x107, ['8'] = 0x108, ['9'] = 0x109, ['a'] = 0x10a, ['b'] = 0x10b, ['c'] = 0x10c, ['d'] = 0x10d,
    ['e'] = 0x10e, ['f'] = 0x10f, ['A'] = 0x10a, ['B'] = 0x10b, ['C'] = 0x10c, ['D'] = 0x10d, ['E'] = 0x10e,
    ['F'] = 0x10f};

/* Hex at *p up to a blank or the end: bytes read, or -1.  Moves *p past it and the blanks behind. */
static int take_hex(const char **p, const char *end, uint8_t *out, int most) {
    const uint8_t *text = (const uint8_t *)*p;
    int n = 0, last = (end - *p) / 2 < most ? (int)((end - *p) / 2) : most;
    while (n < last) {
        unsigned pair = (unsigned)digits[text[2 * n]] << 4 | digits[text[2 * n + 1]];
        if ((pair & PAIR) != PAIR)
            break;
        out[n++] = (uint8_t)pair;
    }
    const char *at = *p + 2 * n;
    if (at < end && *at != ' ' && *at != '\t')
        return -1;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    *p = at;
    return n;
}

static const char *word_end(const char *p, const char *end) {
    const char *blank = memchr(p, ' ', (size_t)(end - p)), *stop = blank ? blank : end;
    const char *tab = memchr(p, '\t', (size_t)(stop - p));
    return tab ? tab : stop;
}

/* RSA <8 bytes of the encrypted premaster> <premaster>, or RSA Session-ID:<id> Master-Key:<master>: older programs. */
static int take_rsa(wt_keylog *k, const char *p, const char *end) {
    static const char id_text[] = "Session-ID:", key_text[] = "Master-Key:";
    uint8_t id[WT_RANDOM_SIZE] = {0}, secret[WT_MASTER_SIZE];
    bool session = end - p > 11 && memcmp(p, id_text, 11) == 0;
    p += session ? 11 : 0;
    int id_len = take_hex(&p, end, id, sizeof id);
    if (session && (end - p < 11 || memcmp(p, key_text, 11) != 0))
        return -1;
    p += session ? 11 : 0;
    int status = -1;
    if (take_hex(&p, end, secret, sizeof secret) == WT_MASTER_SIZE && p == end && id_len > 0 &&
        (session || id_len == 8)) {
        status = wt_private_ready(k);
        if (!session && !status)
            status = wt_store_add(k, WT_SECRET_RSA_PREMASTER, id, secret, sizeof secret);
        if (session && !status)
            wt_session_put(k, id, (uint32_t)id_len, secret, sizeof secret);
        k->own++;
    }
    OPENSSL_cleanse(secret, sizeof secret);
    return status;
}

/* The rest of a line whose label is labels[known]: client random, for a private key the group, secret. */
static int take_secret(wt_keylog *k, int known, const char *at, const char *end) {
    enum wt_secret kind = labels[known].kind;
    uint8_t random[WT_RANDOM_SIZE], secret[WT_SECRET_MAX], *to = secret;
    bool group = kind == WT_SECRET_EPHEMERAL;
    if (take_hex(&at, end, random, sizeof random) != WT_RANDOM_SIZE || (group && take_hex(&at, end, secret, 2) != 2))
        return -1;
    to += group ? 2 : 0;
    int n = take_hex(&at, end, to, labels[known].most), status = -1;
    if (at == end && n >= labels[known].least) {
        status = wt_private_ready(k);
        status = status ? status : wt_store_add(k, kind, random, secret, (uint32_t)(to - secret) + (uint32_t)n);
        k->own += kind >= WT_SECRET_PREMASTER;
    }
    OPENSSL_cleanse(secret, n < 0 ? sizeof secret : (size_t)(to - secret) + (size_t)n);
    return status;
}

/* Known labels give a secret; labels that nobody here has use for (ECH_…, vendor ones) are skipped. */
static int take_line(wt_keylog *k, const char *p, const char *end) {
    k->lines++;
    while (end > p && (end[-1] == '\r' || end[-1] == ' ' || end[-1] == '\t'))
        end--;
    if (p == end || *p == '#')
        return 0;
    const char *label_end = word_end(p, end), *at = label_end;
    size_t n = (size_t)(label_end - p);
    int known = 0;
    while (known < LABELS && (labels[known].length != n || labels[known].text[0] != *p ||
                              memcmp(labels[known].text, p, n) != 0))
        known++;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    int status = -1;
    if (known < LABELS) {
        status = take_secret(k, known, at, end);
    } else if (n == 3 && memcmp(p, "RSA", 3) == 0) {
        status = take_rsa(k, at, end);
    } else if (label_end < end) {
        status = 0;
        for (const char *c = p; c < label_end; c++)
            if (!(*c >= 'A' && *c <= 'Z') && !(*c >= '0' && *c <= '9') && *c != '_')
                status = -1;
    }
    if (status < 0 && !k->bad_lines++)
        k->first_bad = k->lines;
    return status < 0 ? 0 : status;
}

int wt_keylog_add(wt_keylog *k, const void *text, size_t n) {
    const char *p = text, *end = p + n;
    while (p < end) {
        const char *line_end = memchr(p, '\n', (size_t)(end - p));
        const char *stop = line_end ? line_end : end;
        int status = take_line(k, p, stop);
        if (status)
            return status;
        p = line_end ? line_end + 1 : end;
    }
    return 0;
}

/* ---- the file --------------------------------------------------------------------------- */

/* Reads to the end, line by line; a line longer than any secret's is a bad one.  For a file that is looked at
 * again, a last line without its end is left for then, unless `all`. */
static int read_lines(wt_keylog *k, int fd, bool all, uint64_t *read_to) {
    char *chunk = wt_keylog_get(k, CHUNK);
    if (!chunk)
        return ENOMEM;
    size_t have = 0;
    bool skipping = false;
    int status = 0;
    for (;;) {
        ssize_t got = read(fd, chunk + have, CHUNK - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            status = got < 0 ? errno : 0;
            break;
        }
        have += (size_t)got;
        size_t used = 0;
        char *line_end;
        while (!status && (line_end = memchr(chunk + used, '\n', have - used))) {
            size_t n = (size_t)(line_end - (chunk + used));
            if (!skipping)
                status = take_line(k, chunk + used, line_end);
            skipping = false;
            used += n + 1;
        }
        if (status)
            break;
        if (have - used > LINE_MAX_) {     /* no secret is this long: forget the line's beginning */
            if (!skipping)
                status = take_line(k, chunk + used, chunk + have);
            skipping = true;
            used = have;
        }
        memmove(chunk, chunk + used, have - used);
        have -= used;
        *read_to += used;
    }
    if (!status && have && all && !skipping) {
        status = take_line(k, chunk, chunk + have);
        *read_to += have;
    }
    wt_keylog_put(k, chunk, CHUNK);
    return status;
}

int wt_keylog_await(wt_keylog *k, const char *path) {
    if (k->path)
        return 0;
    k->path_size = strlen(path) + 1;
    k->path = wt_keylog_get(k, k->path_size);
    if (!k->path)
        return ENOMEM;
    memcpy(k->path, path, k->path_size);
    k->read_to = 0;
    return 0;
}

int wt_keylog_load(wt_keylog *k, const char *path) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return errno;
    struct stat st;
    int status = fstat(fd, &st) != 0 ? errno : S_ISDIR(st.st_mode) ? EISDIR : 0;
    bool regular = !status && S_ISREG(st.st_mode);
    uint64_t read_to = 0;
    if (!status)
        status = read_lines(k, fd, true, &read_to);
    close(fd);
    if (!status && regular && !k->path) {
        status = wt_keylog_await(k, path);
        k->read_to = read_to;
    }
    return status;
}

bool wt_keylog_refresh(wt_keylog *k) {
    struct stat st;
    if (!k->path || stat(k->path, &st) != 0 || !S_ISREG(st.st_mode) || (uint64_t)st.st_size == k->read_to)
        return false;
    if ((uint64_t)st.st_size < k->read_to)
        k->read_to = 0;                    /* written anew */
    int fd = open(k->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return false;
    uint64_t before = k->read_to;
    if (lseek(fd, (off_t)k->read_to, SEEK_SET) >= 0)
        read_lines(k, fd, false, &k->read_to);
    close(fd);
    return k->read_to != before;
}
