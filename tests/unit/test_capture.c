/* test_capture.c - capture files: every byte order, cut at every byte, written and read again. */
#include <fcntl.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frames.h"
#include "wiretale/capture.h"

static char folder[] = "/tmp/wiretale-test-XXXXXX";
static char path[128];

static void put(uint8_t **p, uint64_t v, unsigned n, bool big) {
    for (unsigned i = 0; i < n; i++)
        *(*p)++ = (uint8_t)(v >> 8 * (big ? n - 1 - i : i));
}

static void save(const uint8_t *p, size_t n) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, p, n), n);
    close(fd);
}

/* Two frames of 4 and 3 bytes. */
static size_t make_pcap(uint8_t *buf, uint32_t magic, bool big) {
    uint8_t *p = buf;
    put(&p, magic, 4, big);
    put(&p, 2, 2, big);
    put(&p, 4, 2, big);
    put(&p, 0, 8, big);
    put(&p, 65535, 4, big);
    put(&p, 1, 4, big);
    for (uint32_t k = 0; k < 2; k++) {
        put(&p, 1700000000 + k, 4, big);
        put(&p, 5, 4, big);
        put(&p, 4 - k, 4, big);
        put(&p, 60, 4, big);
        memcpy(p, "abcd", 4 - k);
        p += 4 - k;
    }
    return (size_t)(p - buf);
}

static void block(uint8_t **p, uint32_t type, const uint8_t *body, uint32_t n, bool big) {
    uint32_t padded = (n + 3) & ~3u;
    put(p, type, 4, big);
    put(p, padded + 12, 4, big);
    memset(*p, 0, padded);
    memcpy(*p, body, n);
    *p += padded;
    put(p, padded + 12, 4, big);
}

/* A section, an interface in nanoseconds, secrets, an unknown block, a frame with a comment, a simple frame. */
static size_t make_pcapng(uint8_t *buf, bool big) {
    uint8_t *p = buf, body[128], *b = body;
    put(&b, 0x1a2b3c4d, 4, big);
    put(&b, 1, 2, big);
    put(&b, 0, 2, big);
    put(&b, UINT64_MAX, 8, big);
    block(&p, 0x0a0d0d0a, body, (uint32_t)(b - body), big);
    b = body;
    put(&b, 1, 2, big);
    put(&b, 0, 2, big);
    put(&b, 0, 4, big);
    put(&b, 2, 2, big);
    put(&b, 4, 2, big);
    memcpy(b, "eth0", 4);
    b += 4;
    put(&b, 9, 2, big);
    put(&b, 1, 2, big);
    put(&b, 9, 4, false);
    block(&p, 1, body, (uint32_t)(b - body), big);
    b = body;
    put(&b, WT_TLS_KEY_LOG, 4, big);
    put(&b, 3, 4, big);
    memcpy(b, "key", 3);
    block(&p, 10, body, 11, big);
    block(&p, 0x77777777, body, 8, big);
    b = body;
    put(&b, 0, 4, big);
    uint64_t t = UINT64_C(1700000000123456789);
    put(&b, t >> 32, 4, big);
    put(&b, t & 0xffffffff, 4, big);
    put(&b, 5, 4, big);
    put(&b, 60, 4, big);
    memcpy(b, "hello\0\0", 8);
    b += 8;
    put(&b, 1, 2, big);
    put(&b, 2, 2, big);
    memcpy(b, "hi\0", 4);
    b += 4;
    put(&b, 0, 4, big);
    block(&p, 6, body, (uint32_t)(b - body), big);
    b = body;
    put(&b, 4, 4, big);
    memcpy(b, "last", 4);
    block(&p, 3, body, 8, big);
    return (size_t)(p - buf);
}

static int count_frames(int *end) {
    wt_problem problem;
    wt_frame f;
    int n = 0;
    wt_reader *r = wt_reader_open(path, &problem);
    *end = -2;
    if (!r) {
        assert_true(problem.text[0] != 0);
        return 0;
    }
    while ((*end = wt_reader_next(r, &f)) == 1)
        n++;
    if (*end < 0)
        assert_true(wt_reader_problem(r)->text[0] != 0);
    wt_reader_free(r);
    return n;
}

static void pcap_kinds(void **state) {
    static const struct {
        uint32_t magic;
        int64_t ns;
    } kinds[] = {{0xa1b2c3d4, 5000}, {0xa1b23c4d, 5}};
    uint8_t buf[256];
    (void)state;
    for (int k = 0; k < 4; k++) {
        wt_problem problem;
        wt_frame f;
        save(buf, make_pcap(buf, kinds[k % 2].magic, k / 2));
        wt_reader *r = wt_reader_open(path, &problem);
        assert_non_null(r);
        assert_int_equal(wt_reader_next(r, &f), 1);
        assert_int_equal(f.caplen, 4);
        assert_int_equal(f.len, 60);
        assert_int_equal(f.linktype, 1);
        assert_true(f.time_ns == INT64_C(1700000000000000000) + kinds[k % 2].ns);
        assert_memory_equal(f.data, "abcd", 4);
        assert_int_equal(wt_reader_next(r, &f), 1);
        assert_int_equal(f.number, 2);
        assert_int_equal(wt_reader_next(r, &f), 0);
        wt_reader_free(r);
    }
}

static void note_secrets(void *user, uint32_t type, const uint8_t *p, size_t n) {
    *(bool *)user = type == WT_TLS_KEY_LOG && n == 3 && memcmp(p, "key", 3) == 0;
}

static void pcapng_blocks(void **state) {
    uint8_t buf[512];
    (void)state;
    for (int big = 0; big < 2; big++) {
        wt_problem problem;
        wt_frame f;
        bool secrets = false;
        save(buf, make_pcapng(buf, big));
        wt_reader *r = wt_reader_open(path, &problem);
        assert_non_null(r);
        wt_reader_on_secrets(r, note_secrets, &secrets);
        assert_int_equal(wt_reader_next(r, &f), 1);
        assert_true(secrets);
        assert_true(f.time_ns == INT64_C(1700000000123456789));
        assert_memory_equal(f.data, "hello", 5);
        assert_int_equal(f.comment_len, 2);
        assert_memory_equal(f.comment, "hi", 2);
        assert_string_equal(wt_reader_interface(r, f.interface)->name, "eth0");
        assert_int_equal(wt_reader_next(r, &f), 1);
        assert_true(f.time_ns == INT64_MIN);
        assert_memory_equal(f.data, "last", 4);
        assert_int_equal(wt_reader_next(r, &f), 0);
        wt_reader_free(r);
    }
}

/* Whole frames before the cut are given, then the problem is said; a cut between frames is a plain end. */
static void cut_everywhere(void **state) {
    uint8_t buf[512];
    int end;
    (void)state;
    size_t n = make_pcap(buf, 0xa1b2c3d4, false);
    for (size_t cut = 0; cut <= n; cut++) {
        save(buf, cut);
        assert_int_equal(count_frames(&end), cut < 24 + 20 ? 0 : cut < n ? 1 : 2);
        assert_int_equal(end, cut < 24 ? -2 : cut == 24 || cut == 44 || cut == n ? 0 : -1);
    }
    n = make_pcapng(buf, true);
    int before = 0;
    for (size_t cut = 0; cut <= n; cut++) {
        save(buf, cut);
        int frames = count_frames(&end);
        assert_true(frames >= before && frames <= 2);
        before = frames;
    }
    assert_int_equal(before, 2);
}

static void written_and_read(void **state) {
    (void)state;
    for (int k = 0; k < 2; k++) {
        wt_problem problem;
        wt_frame f = {.data = (const uint8_t *)"hello", .caplen = 5, .len = 99, .linktype = 1, .number = 1,
                      .time_ns = INT64_C(1700000000123456789), .comment = "seen", .comment_len = 4};
        unlink(path);
        wt_writer *w = wt_writer_open(path, k ? WT_FILE_PCAPNG : WT_FILE_PCAP, false, &problem);
        assert_non_null(w);
        if (k)
            assert_true(wt_writer_secrets(w, WT_TLS_KEY_LOG, (const uint8_t *)"key", 3));
        assert_true(wt_writer_frame(w, &f, NULL));
        assert_int_equal(access(path, F_OK), -1);          /* not before it is whole */
        assert_true(wt_writer_close(w, &problem));
        struct stat st;
        assert_int_equal(stat(path, &st), 0);
        if (k)
            assert_int_equal(st.st_mode & 0777, 0600);
        wt_frame g;
        wt_reader *r = wt_reader_open(path, &problem);
        assert_non_null(r);
        assert_int_equal(wt_reader_next(r, &g), 1);
        assert_true(g.time_ns == f.time_ns);
        assert_int_equal(g.len, 99);
        assert_memory_equal(g.data, "hello", 5);
        assert_int_equal(g.comment_len, k ? 4 : 0);
        wt_reader_free(r);
    }
}

/* A file that may get secrets is nobody else's to open before it has them; a device stays what it is. */
static void secrets_are_private(void **state) {
    wt_problem problem;
    struct stat st, before;
    char pattern[160];
    (void)state;
    umask(022);
    snprintf(pattern, sizeof pattern, "%s.*", path);
    for (int k = 0; k < 2; k++) {
        glob_t found;
        wt_writer *w = wt_writer_open(path, WT_FILE_PCAPNG, false, &problem);
        assert_non_null(w);
        assert_int_equal(glob(pattern, 0, NULL, &found), 0);
        assert_int_equal(stat(found.gl_pathv[0], &st), 0);
        assert_int_equal(st.st_mode & 0777, 0600);
        globfree(&found);
        assert_true(!k || wt_writer_secrets(w, WT_TLS_KEY_LOG, (const uint8_t *)"key", 3));
        assert_true(wt_writer_close(w, &problem));
        assert_int_equal(stat(path, &st), 0);
        assert_int_equal(st.st_mode & 0777, k ? 0600 : 0644);
    }
    unlink(path);
    assert_int_equal(mkfifo(path, 0622), 0);
    int reader = open(path, O_RDONLY | O_NONBLOCK);
    assert_int_equal(fstat(reader, &before), 0);
    for (int at_once = 0; at_once < 2; at_once++) {
        wt_writer *w = wt_writer_open(path, WT_FILE_PCAPNG, at_once, &problem);
        assert_non_null(w);
        assert_true(wt_writer_secrets(w, WT_TLS_KEY_LOG, (const uint8_t *)"key", 3) && wt_writer_close(w, &problem));
        assert_int_equal(stat(path, &st), 0);
        assert_int_equal(st.st_mode, before.st_mode);
    }
    close(reader);
    unlink(path);
}

static void note(void *user, const char *text, size_t n) { snprintf(user, 16, "%.*s", (int)n, text); }

/* A comment on the file, and frames that were lost at its second point. */
static void about_the_file(void **state) {
    wt_problem problem;
    wt_frame f = {.data = (const uint8_t *)"hello", .caplen = 5, .len = 5, .linktype = 1, .number = 1}, g = f;
    char said[16] = "";
    (void)state;
    unlink(path);
    wt_writer *w = wt_writer_open(path, WT_FILE_PCAPNG, false, &problem);
    assert_non_null(w);
    assert_true(wt_writer_comment(w, "about it", 8));
    assert_true(wt_writer_frame(w, &f, NULL));
    f.interface = 7;
    assert_true(wt_writer_frame(w, &f, NULL));
    assert_true(wt_writer_dropped(w, 7, 3) && wt_writer_dropped(w, 0, 0) && wt_writer_dropped(w, 9, 5));
    assert_true(wt_writer_close(w, &problem));
    wt_reader *r = wt_reader_open(path, &problem);
    assert_non_null(r);
    wt_reader_on_comment(r, note, said);
    assert_true(wt_reader_next(r, &g) == 1 && wt_reader_next(r, &g) == 1 && wt_reader_next(r, &g) == 0);
    assert_string_equal(said, "about it");
    assert_true(wt_reader_dropped(r, 0) == 0 && wt_reader_dropped(r, 1) == 3 && wt_reader_dropped(r, 2) == 0);
    wt_reader_free(r);
    unlink(path);
    w = wt_writer_open(path, WT_FILE_PCAP, false, &problem);
    assert_false(wt_writer_comment(w, "about it", 8));
    wt_writer_abort(w);
    w = wt_writer_open(path, WT_FILE_PCAPNG, false, &problem);
    assert_true(wt_writer_frame(w, &f, NULL));
    assert_false(wt_writer_comment(w, "too late", 8));
    wt_writer_abort(w);
}

static void nothing_left_behind(void **state) {
    wt_problem problem;
    (void)state;
    unlink(path);
    wt_writer_abort(wt_writer_open(path, WT_FILE_PCAP, false, &problem));
    assert_int_equal(rmdir(folder), 0);                    /* no temporary file, no file */
    assert_int_equal(mkdir(folder, 0700), 0);
    assert_null(wt_reader_open("/nonexistent/x.pcap", &problem));
    assert_non_null(strstr(problem.text, "cannot open"));
    assert_null(wt_reader_open("/", &problem));
    assert_non_null(strstr(problem.text, "directory"));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(pcap_kinds), cmocka_unit_test(pcapng_blocks),
                                       cmocka_unit_test(cut_everywhere), cmocka_unit_test(written_and_read),
                                       cmocka_unit_test(about_the_file), cmocka_unit_test(secrets_are_private),
                                       cmocka_unit_test(nothing_left_behind)};
    if (!mkdtemp(folder))
        return 1;
    snprintf(path, sizeof path, "%s/x", folder);
    int failed = cmocka_run_group_tests_name("capture", tests, NULL, NULL);
    unlink(path);
    rmdir(folder);
    return failed;
}
