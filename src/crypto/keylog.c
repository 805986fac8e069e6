/* keylog.c - key log text, read with suspicion, into a bounded table of secrets by client random. */
#include "crypto/keylog.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
#define L(id, name, value, sentence) LIMIT_##id = value,
#include "core/limits.def"
#undef L
};

enum { FIRST_ROWS = 64, LINE_MAX_ = 512, CHUNK = 16384 };

static const struct {
    const char *text;
    enum wt_secret kind;
} labels[] = {
    {"CLIENT_RANDOM", WT_SECRET_MASTER},
    {"CLIENT_EARLY_TRAFFIC_SECRET", WT_SECRET_CLIENT_EARLY},
    {"CLIENT_HANDSHAKE_TRAFFIC_SECRET", WT_SECRET_CLIENT_HANDSHAKE},
    {"SERVER_HANDSHAKE_TRAFFIC_SECRET", WT_SECRET_SERVER_HANDSHAKE},
    {"CLIENT_TRAFFIC_SECRET_0", WT_SECRET_CLIENT_TRAFFIC},
    {"SERVER_TRAFFIC_SECRET_0", WT_SECRET_SERVER_TRAFFIC},
    {"EXPORTER_SECRET", WT_SECRET_EXPORTER},
    {"EARLY_EXPORTER_SECRET", WT_SECRET_EARLY_EXPORTER},
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

static void *get(wt_keylog *k, size_t n) { return k->allocator.resize(k->allocator.user, NULL, 0, n); }

static void put_back(wt_keylog *k, void *p, size_t n) {
    if (!p)
        return;
    OPENSSL_cleanse(p, n);
    k->allocator.resize(k->allocator.user, p, n, 0);
}

wt_keylog *wt_keylog_new(const wt_allocator *allocator) {
    wt_allocator a = allocator ? *allocator : (wt_allocator){libc_resize, NULL};
    wt_keylog *k = a.resize(a.user, NULL, 0, sizeof *k);
    if (!k)
        return NULL;
    memset(k, 0, sizeof *k);
    k->allocator = a;
    return k;
}

void wt_keylog_free(wt_keylog *k) {
    if (!k)
        return;
    for (int i = 0; i < WT_AEAD_COUNT; i++)
        for (int j = 0; j < WT_CIPHERS; j++)
            EVP_CIPHER_CTX_free(k->cipher[i][j].context);
    EVP_MAC_CTX_free(k->mac[0]);
    EVP_MAC_CTX_free(k->mac[1]);
    put_back(k, k->rows, k->row_cap * sizeof *k->rows);
    put_back(k, k->path, k->path_size);
    wt_allocator a = k->allocator;
    OPENSSL_cleanse(k, sizeof *k);
    a.resize(a.user, k, sizeof *k, 0);
}

size_t wt_keylog_count(const wt_keylog *k) { return k->row_count; }

size_t wt_keylog_left_out(const wt_keylog *k) { return k->left_out; }

size_t wt_keylog_bad_lines(const wt_keylog *k, size_t *first_line) {
    if (first_line)
        *first_line = k->first_bad;
    return k->bad_lines;
}

/* ---- the table -------------------------------------------------------------------------- */

/* Randoms are chosen by whoever wrote the log: mix them, so that equal low bytes make no long chain. */
static size_t slot_of(const uint8_t *random, uint8_t kind, size_t cap) {
    uint64_t h = 0x9e3779b97f4a7c15u * (kind + 1u);
    for (int i = 0; i < WT_RANDOM_SIZE; i += 8) {
        uint64_t v;
        memcpy(&v, random + i, 8);
        h = (h ^ v) * 0xff51afd7ed558ccdu;
        h ^= h >> 32;
    }
    return (size_t)(h & (cap - 1));
}

static wt_secret_row *slot_for(wt_secret_row *rows, size_t cap, uint8_t kind, const uint8_t *random) {
    size_t at = slot_of(random, kind, cap);
    while (rows[at].kind && (rows[at].kind != kind || memcmp(rows[at].random, random, WT_RANDOM_SIZE) != 0))
        at = (at + 1) & (cap - 1);
    return &rows[at];
}

static bool grow(wt_keylog *k) {
    size_t cap = k->row_cap ? k->row_cap * 2 : FIRST_ROWS;
    wt_secret_row *rows = get(k, cap * sizeof *rows);
    if (!rows)
        return false;
    memset(rows, 0, cap * sizeof *rows);
    for (size_t i = 0; i < k->row_cap; i++)
        if (k->rows[i].kind)
            *slot_for(rows, cap, k->rows[i].kind, k->rows[i].random) = k->rows[i];
    put_back(k, k->rows, k->row_cap * sizeof *k->rows);
    k->rows = rows;
    k->row_cap = cap;
    return true;
}

/* The same label and random again: the later line wins. */
static int store(wt_keylog *k, const wt_secret_row *row) {
    if (k->row_count * 4 >= k->row_cap * 3 && k->row_count < LIMIT_SECRETS && !grow(k))
        return ENOMEM;
    wt_secret_row *to = slot_for(k->rows, k->row_cap, row->kind, row->random);
    if (!to->kind) {
        if (k->row_count >= LIMIT_SECRETS) {
            k->left_out++;
            return 0;
        }
        k->row_count++;
    }
    *to = *row;
    return 0;
}

const wt_secret_row *wt_keylog_find(const wt_keylog *k, enum wt_secret kind, const uint8_t *random) {
    if (!k->row_cap)
        return NULL;
    const wt_secret_row *row = slot_for(k->rows, k->row_cap, (uint8_t)(kind + 1), random);
    return row->kind ? row : NULL;
}

const char *wt_keylog_label(enum wt_secret kind) {
    for (int i = 0; i < LABELS; i++)
        if (labels[i].kind == kind)
            return labels[i].text;
    return "";
}

/* ---- the text --------------------------------------------------------------------------- */

static int digit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* Hex at *p up to a blank or the end: bytes read, or -1.  Moves *p past it and the blanks behind. */
static int take_hex(const char **p, const char *end, uint8_t *out, int most) {
    int n = 0;
    while (*p < end && **p != ' ' && **p != '\t') {
        int hi = digit(**p), lo = end - *p > 1 ? digit((*p)[1]) : -1;
        if (hi < 0 || lo < 0 || n == most)
            return -1;
        out[n++] = (uint8_t)(hi << 4 | lo);
        *p += 2;
    }
    while (*p < end && (**p == ' ' || **p == '\t'))
        (*p)++;
    return n;
}

static const char *word_end(const char *p, const char *end) {
    while (p < end && *p != ' ' && *p != '\t')
        p++;
    return p;
}

/* Known labels give a secret; labels that nobody here has use for (RSA, ECH_…, vendor ones) are skipped. */
static int take_line(wt_keylog *k, const char *p, const char *end) {
    k->lines++;
    while (end > p && (end[-1] == '\r' || end[-1] == ' ' || end[-1] == '\t'))
        end--;
    if (p == end || *p == '#')
        return 0;
    const char *label_end = word_end(p, end);
    size_t n = (size_t)(label_end - p);
    wt_secret_row row = {0};
    int known = 0;
    while (known < LABELS && (strlen(labels[known].text) != n || memcmp(labels[known].text, p, n) != 0))
        known++;
    const char *at = label_end;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    bool other = known == LABELS;
    for (const char *c = p; c < label_end; c++)
        if (!(*c >= 'A' && *c <= 'Z') && !(*c >= '0' && *c <= '9') && *c != '_')
            other = false;
    if (other && label_end < end)
        return 0;
    int random = take_hex(&at, end, row.random, WT_RANDOM_SIZE);
    int secret = random == WT_RANDOM_SIZE ? take_hex(&at, end, row.secret, WT_SECRET_MAX) : -1;
    bool fits =
        known < LABELS && at == end && (labels[known].kind == WT_SECRET_MASTER ? secret == 48 : secret >= 16);
    int status = 0;
    if (!fits) {
        if (!k->bad_lines++)
            k->first_bad = k->lines;
    } else {
        row.kind = (uint8_t)(labels[known].kind + 1);
        row.length = (uint8_t)secret;
        status = store(k, &row);
    }
    OPENSSL_cleanse(&row, sizeof row);
    return status;
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
    char *chunk = get(k, CHUNK);
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
    put_back(k, chunk, CHUNK);
    return status;
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
        k->path_size = strlen(path) + 1;
        k->path = get(k, k->path_size);
        if (!k->path)
            return ENOMEM;
        memcpy(k->path, path, k->path_size);
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
