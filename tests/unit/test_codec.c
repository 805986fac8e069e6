/* test_codec.c - decoders: what real tools compressed comes back, in pieces of any size, and damage is seen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "core/codec_ops.h"
#include "wiretale/session.h"

/* Made by python3's gzip and zlib, brotli -c and zstd -c of: */
static const char plain[] = "hello, hello, hello, hello\n";
static const uint8_t as_gzip[] = {0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xcb,
                                  0x48, 0xcd, 0xc9, 0xc9, 0xd7, 0x51, 0xc8, 0xc0, 0xa4, 0xb8, 0x00,
                                  0x4b, 0x21, 0xa1, 0x29, 0x1b, 0x00, 0x00, 0x00};
static const uint8_t as_zlib[] = {0x78, 0xda, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0xd7, 0x51, 0xc8,
                                  0xc0, 0xa4, 0xb8, 0x00, 0x85, 0x55, 0x09, 0x3f};
static const uint8_t as_raw[] = {0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0xd7, 0x51, 0xc8, 0xc0, 0xa4, 0xb8, 0x00};
static const uint8_t as_brotli[] = {0x1f, 0x1a, 0x00, 0xf8, 0x8d, 0x94, 0x6e, 0xde, 0x44, 0x09, 0x52, 0x86, 0xd6,
                                    0x0a, 0x2c, 0x6c, 0x6f, 0x4a, 0x91, 0x79, 0x22, 0x81, 0xbb, 0x5a, 0x00};
static const uint8_t as_zstd[] = {0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x58, 0x75, 0x00, 0x00, 0x40, 0x68, 0x65,
                                  0x6c, 0x6c, 0x6f, 0x2c, 0x20, 0x0a, 0x01, 0x00, 0x4a, 0x8a, 0x11, 0xf0,
                                  0x97, 0x7b, 0x2a};

static const struct {
    enum wt_coding coding;
    const uint8_t *p;
    size_t n;
} samples[] = {
    {WT_CODING_GZIP, as_gzip, sizeof as_gzip},      {WT_CODING_DEFLATE, as_zlib, sizeof as_zlib},
    {WT_CODING_DEFLATE, as_raw, sizeof as_raw},     {WT_CODING_RAW, as_raw, sizeof as_raw},
    {WT_CODING_BROTLI, as_brotli, sizeof as_brotli}, {WT_CODING_ZSTD, as_zstd, sizeof as_zstd},
};
enum { SAMPLES = sizeof samples / sizeof *samples };

/* Counts what is out; fails from the `fail`th call on. */
typedef struct counter {
    int out, calls, fail;
} counter;

static void *get(void *user, size_t n) {
    counter *c = user;
    void *p = c->fail && ++c->calls >= c->fail ? NULL : malloc(n);
    c->out += p != NULL;
    return p;
}

static void put(void *user, void *p) {
    ((counter *)user)->out -= p != NULL;
    free(p);
}

/* Decode in pieces of `step` to room for `room` bytes at a time; what is left to decode or the result at the end. */
static enum wt_codec_result decode(wt_codec *codec, const uint8_t *p, size_t n, size_t step, size_t room, uint8_t *out,
                                   size_t *total) {
    const wt_codec_ops *ops = wt_codecs();
    enum wt_codec_result r = WT_CODEC_MORE;
    *total = 0;
    while (n && r != WT_CODEC_BAD) {
        size_t piece = n < step ? n : step, left = piece;
        n -= piece;
        do {
            size_t made = 0;
            r = ops->run(codec, &p, &left, out + *total, *total + room < 256 ? room : 256 - *total, &made);
            *total += made;
        } while (r == WT_CODEC_FULL && *total < 256);
        if (r == WT_CODEC_END)
            break;
    }
    return r;
}

static void comes_back(void **unused) {
    (void)unused;
    for (int i = 0; i < SAMPLES; i++)
        for (size_t step = 1; step <= samples[i].n; step++)
            for (size_t room = 1; room <= 64; room += 9) {
                counter count = {0};
                wt_codec_memory memory = {get, put, &count};
                uint8_t out[256];
                size_t n;
                wt_codec *codec = wt_codecs()->open(samples[i].coding, &memory);
                assert_non_null(codec);
                enum wt_codec_result r = decode(codec, samples[i].p, samples[i].n, step, room, out, &n);
                assert_int_equal(r, WT_CODEC_END);
                assert_int_equal(n, strlen(plain));
                assert_memory_equal(out, plain, n);
                wt_codecs()->close(codec);
                assert_int_equal(count.out, 0);
            }
}

static void other_data_is_refused(void **unused) {
    (void)unused;
    static const uint8_t text[] = "this is no compressed data at all, whatever the header said";
    for (int i = 0; i < SAMPLES; i++) {
        counter count = {0};
        wt_codec_memory memory = {get, put, &count};
        uint8_t out[256];
        size_t n;
        wt_codec *codec = wt_codecs()->open(samples[i].coding, &memory);
        assert_int_equal(decode(codec, text, sizeof text, sizeof text, 64, out, &n), WT_CODEC_BAD);
        wt_codecs()->close(codec);
        assert_int_equal(count.out, 0);
    }
}

static void no_memory_is_no_crash(void **unused) {
    (void)unused;
    for (int i = 0; i < SAMPLES; i++)
        for (int fail = 1; fail < 12; fail++) {
            counter count = {.fail = fail};
            wt_codec_memory memory = {get, put, &count};
            uint8_t out[256];
            size_t n;
            wt_codec *codec = wt_codecs()->open(samples[i].coding, &memory);
            if (codec) {
                enum wt_codec_result r = decode(codec, samples[i].p, samples[i].n, 64, 64, out, &n);
                assert_true(r == WT_CODEC_END || r == WT_CODEC_BAD);
                wt_codecs()->close(codec);
            }
            assert_int_equal(count.out, 0);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back),
        cmocka_unit_test(other_data_is_refused),
        cmocka_unit_test(no_memory_is_no_crash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
