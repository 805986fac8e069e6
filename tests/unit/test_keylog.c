/* test_keylog.c - key log text: what counts, what does not, and files that grow. */
#include "rfc8448.h"
#include "frames.h"

#include <errno.h>
#include <unistd.h>

#include "core/crypto_ops.h"
#include "wiretale/keylog.h"

static wt_keylog *keys_of(const char *text) {
    wt_keylog *k = wt_keylog_new(NULL);
    assert_non_null(k);
    assert_int_equal(wt_keylog_add(k, text, strlen(text)), 0);
    return k;
}

static void lines_of_all_kinds(void **state) {
    (void)state;
    size_t first;
    wt_keylog *k = keys_of("# comment\r\n\r\n" RFC_SECRETS "VENDOR 0123 4567\nECH_SECRET 00 00\n");
    assert_int_equal(wt_keylog_count(k), 4);
    assert_int_equal(wt_keylog_bad_lines(k, &first), 0);
    static const char *const bad[] = {
        "CLIENT_TRAFFIC_SECRET_0\n", "CLIENT_TRAFFIC_SECRET_0 " RFC_RANDOM "\n",
        "CLIENT_TRAFFIC_SECRET_0 " RFC_RANDOM " 00\n", "CLIENT_TRAFFIC_SECRET_0 " RFC_RANDOM " 0g\n",
        "CLIENT_TRAFFIC_SECRET_0 00 " RFC_RANDOM "\n", "client random\n", "\x01\x02\x03\n",
        "CLIENT_RANDOM " RFC_RANDOM " " RFC_RANDOM "\n", "EXPORTER_SECRET " RFC_RANDOM " " RFC_RANDOM " 00\n",
        "EXPORTER_SECRET " RFC_RANDOM " " RFC_RANDOM RFC_RANDOM RFC_RANDOM "\n",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        wt_keylog *one = keys_of("\n");
        assert_int_equal(wt_keylog_add(one, bad[i], strlen(bad[i])), 0);
        assert_int_equal(wt_keylog_count(one), 0);
        assert_int_equal(wt_keylog_bad_lines(one, &first), 1);
        assert_int_equal(first, 2);
        wt_keylog_free(one);
    }
    wt_keylog_free(k);
}

static void secrets_are_found_by_random_and_label(void **state) {
    (void)state;
    wt_keylog *k = keys_of(RFC_SECRETS);
    const wt_crypto_ops *ops = wt_keylog_ops();
    uint8_t random[32], out[WT_SECRET_MAX];
    hex_bytes(RFC_RANDOM, random, sizeof random);
    assert_int_equal(ops->secret(k, WT_SECRET_CLIENT_TRAFFIC, random, out), 32);
    assert_int_equal(out[0], 0x9e);
    assert_int_equal(ops->secret(k, WT_SECRET_MASTER, random, out), 0);
    random[31] ^= 1;
    assert_int_equal(ops->secret(k, WT_SECRET_CLIENT_TRAFFIC, random, out), 0);
    assert_string_equal(ops->secret_label(WT_SECRET_SERVER_TRAFFIC), "SERVER_TRAFFIC_SECRET_0");
    wt_keylog_free(k);
}

static void many_secrets_up_to_the_limit(void **state) {
    (void)state;
    wt_keylog *k = keys_of("");
    char line[256];
    for (unsigned i = 0; i < 262144 + 10; i++) {
        int n = snprintf(line, sizeof line, "EXPORTER_SECRET %064x " RFC_RANDOM "\n", i);
        assert_int_equal(wt_keylog_add(k, line, (size_t)n), 0);
    }
    assert_int_equal(wt_keylog_count(k), 262144);
    assert_int_equal(wt_keylog_left_out(k), 10);
    wt_keylog_free(k);
}

/* Each of them is tried: many for one handshake would make it slow. */
static void private_keys_of_one_handshake_up_to_the_limit(void **state) {
    (void)state;
    wt_keylog *k = keys_of("");
    char line[256];
    for (unsigned i = 0; i < 20; i++) {
        int n = snprintf(line, sizeof line, "WIRETALE_EPHEMERAL " RFC_RANDOM " 001d %064x\n", i + 1);
        assert_int_equal(wt_keylog_add(k, line, (size_t)n), 0);
    }
    assert_int_equal(wt_keylog_count(k), 16);
    assert_int_equal(wt_keylog_left_out(k), 4);
    wt_keylog_free(k);
}

static void a_file_that_grows_is_read_again(void **state) {
    (void)state;
    char path[] = "/tmp/wiretale-keylog-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    uint8_t random[32], out[WT_SECRET_MAX];
    hex_bytes(RFC_RANDOM, random, sizeof random);
    wt_keylog *k = wt_keylog_new(NULL);
    const wt_crypto_ops *ops = wt_keylog_ops();
    assert_int_equal(wt_keylog_load(k, path), 0);
    assert_int_equal(ops->secret(k, WT_SECRET_CLIENT_TRAFFIC, random, out), 0);
    static const char text[] = RFC_SECRETS;
    size_t half = sizeof text / 2, rest = sizeof text - 1 - half;
    assert_int_equal(write(fd, text, half), (ssize_t)half);
    assert_int_equal(ops->secret(k, WT_SECRET_SERVER_TRAFFIC, random, out), 0);
    assert_int_equal(write(fd, text + half, rest), (ssize_t)rest);
    assert_int_equal(ops->secret(k, WT_SECRET_SERVER_TRAFFIC, random, out), 32);
    assert_int_equal(wt_keylog_count(k), 4);
    assert_int_equal(wt_keylog_bad_lines(k, NULL), 0);
    close(fd);
    unlink(path);
    wt_keylog_free(k);
}

static void files_that_are_none(void **state) {
    (void)state;
    wt_keylog *k = wt_keylog_new(NULL);
    assert_int_equal(wt_keylog_load(k, "/nonexistent/keys"), ENOENT);
    assert_int_equal(wt_keylog_load(k, "/tmp"), EISDIR);
    wt_keylog_free(k);
    wt_keylog_free(NULL);
}

static void a_line_without_end_is_skipped(void **state) {
    (void)state;
    char path[] = "/tmp/wiretale-keylog-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    static char junk[100000];
    memset(junk, 'A', sizeof junk);
    assert_int_equal(write(fd, junk, sizeof junk), (ssize_t)sizeof junk);
    static const char text[] = "\n" RFC_SECRETS;
    assert_int_equal(write(fd, text, sizeof text - 1), (ssize_t)sizeof text - 1);
    close(fd);
    wt_keylog *k = wt_keylog_new(NULL);
    assert_int_equal(wt_keylog_load(k, path), 0);
    assert_int_equal(wt_keylog_count(k), 4);
    assert_int_equal(wt_keylog_bad_lines(k, NULL), 1);
    unlink(path);
    wt_keylog_free(k);
}

/* RFC 8448 §3 prints the server's handshake key and IV. */
static void labels_expand_as_the_rfc_has_it(void **state) {
    (void)state;
    wt_keylog *k = keys_of("");
    uint8_t secret[32], out[16], want[16];
    hex_bytes("b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38", secret, sizeof secret);
    assert_true(wt_keylog_ops()->expand_label(k, WT_HASH_SHA256, secret, 32, "key", NULL, 0, out, 16));
    hex_bytes("3fce516009c21727d0f2e4e86ee403bc", want, sizeof want);
    assert_memory_equal(out, want, 16);
    assert_true(wt_keylog_ops()->expand_label(k, WT_HASH_SHA256, secret, 32, "iv", NULL, 0, out, 12));
    hex_bytes("5d313eb2671276ee13000b30", want, sizeof want);
    assert_memory_equal(out, want, 12);
    wt_keylog_free(k);
}

/* RFC 4231 §4.3, §4.7; RFC 2202 §2, case 2: a short key, and one longer than what a hash takes in at once. */
static void hmac_as_the_rfcs_have_it(void **state) {
    (void)state;
    static const char jefe[] = "Jefe", text[] = "what do ya want for nothing?",
                      large[] = "Test Using Larger Than Block-Size Key - Hash Key First";
    uint8_t aa[131];
    memset(aa, 0xaa, sizeof aa);
    const struct {
        enum wt_hash hash;
        const void *key;
        size_t key_len;
        const char *text, *want;
    } rows[] = {
        {WT_HASH_SHA256, jefe, 4, text, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
        {WT_HASH_SHA384, jefe, 4, text,
         "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649"},
        {WT_HASH_MD5, jefe, 4, text, "750c783e6ab0b503eaa86e310a5db738"},
        {WT_HASH_SHA256, aa, sizeof aa, large, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
        {WT_HASH_SHA384, aa, sizeof aa, large,
         "4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c60c2ef6ab4030fe8296248df163f44952"},
    };
    wt_keylog *k = keys_of("");
    for (size_t i = 0; i < 2 * sizeof rows / sizeof *rows; i++) {      /* twice, as contexts are used again */
        uint8_t out[WT_HASH_MAX], want[WT_HASH_MAX];
        size_t row = i % (sizeof rows / sizeof *rows), n = strlen(rows[row].text), size = strlen(rows[row].want) / 2;
        wt_span pieces[] = {
            {(const uint8_t *)rows[row].text, 10}, {NULL, 0}, {(const uint8_t *)rows[row].text + 10, n - 10}};
        assert_true(wt_keylog_ops()->hmac(k, rows[row].hash, rows[row].key, rows[row].key_len, pieces, 3, out));
        hex_bytes(rows[row].want, want, size);
        assert_memory_equal(out, want, size);
    }
    wt_keylog_free(k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_of_all_kinds),
        cmocka_unit_test(secrets_are_found_by_random_and_label),
        cmocka_unit_test(many_secrets_up_to_the_limit),
        cmocka_unit_test(private_keys_of_one_handshake_up_to_the_limit),
        cmocka_unit_test(a_file_that_grows_is_read_again),
        cmocka_unit_test(files_that_are_none),
        cmocka_unit_test(a_line_without_end_is_skipped),
        cmocka_unit_test(labels_expand_as_the_rfc_has_it),
        cmocka_unit_test(hmac_as_the_rfcs_have_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
