/* test_secret.c - what lets its holder in is not shown to whoever looks at the screen. */
#include "streams.h"

#include "proto/common/secret.h"
#include "wiretale/print.h"

static void names_of_secrets(void **state) {
    (void)state;
    static const char *const secret[] = {
        "Authorization", "X-Api-Key", "api_key", "password", "user_password", "access_token", "Cookie", "client-secret",
        "X-CSRF-Token", "pwd"};
    static const char *const open[] = {"Host", "Accept", "tokens", "id", "page", "Content-Type", "author", ""};
    for (size_t i = 0; i < sizeof secret / sizeof *secret; i++)
        if (!wt_is_secret(secret[i], (uint32_t)strlen(secret[i])))
            fail_msg("%s is not taken for a secret", secret[i]);
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        if (wt_is_secret(open[i], (uint32_t)strlen(open[i])))
            fail_msg("%s is taken for a secret", open[i]);
}

static void addresses_lose_their_secrets(void **state) {
    (void)state;
    static const struct { const char *uri, *shown; } cases[] = {
        {"/a?x=1&access_token=abc&y=2", "/a?x=1&access_token=…&y=2"}, {"/a?token=abc", "/a?token=…"},
        {"/a?token=", "/a?token="}, {"/token=abc", "/token=abc"}, {"/?", "/?"}, {"", ""},
        {"/?pwd=1&pwd=2", "/?pwd=…&pwd=…"},
    };
    wt_options o = {.headline = true};
    wt_session *s = wt_session_new(&o);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[200];
        wt_text t = {text, 0, sizeof text, false};
        wt_put_uri(&t, s, (const uint8_t *)cases[i].uri, (uint32_t)strlen(cases[i].uri), 100);
        assert_int_equal(t.len, strlen(cases[i].shown));
        assert_memory_equal(text, cases[i].shown, t.len);
    }
    wt_session_free(s);
}

static void printed(bool secrets, const char *format, char *out, size_t room) {
    static const char request[] = "GET /?token=querysecret HTTP/1.1\r\nCookie: id=cookiesecret0123456789; b=c\r\n"
                                  "Authorization: Basic YmFzaWNzZWNyZXQ6MTIzNDU2Nzg=\r\n\r\n";
    stream_test t;
    wt_options o = {.everything = true, .headline = true, .secrets = secrets};
    wt_print_options p = {.detail = WT_DETAIL_EVERYTHING, .width = 200, .secrets = secrets};
    stream_open(&t, &o, 80);
    wt_out *to = wt_out_new(-1);
    wt_printer *printer = wt_printer_new(format, &p, to);
    stream_piece(&t, 0, (const uint8_t *)request, sizeof request - 1, "-");
    wt_frame f = {.number = 1};
    wt_tape tape = {.frame = &f, .items = t.s->items, .layers = t.s->layers, .sources = t.s->sources,
                    .item_count = t.s->item_count, .layer_count = t.s->layer_count, .source_count = t.s->source_count,
                    .headline = t.s->headline.p, .headline_len = t.s->headline.len};
    for (uint32_t i = 0, l = 0; l < tape.layer_count; l++) {
        t.s->layers[l].first = i;
        while (i < tape.item_count && t.s->items[i].layer == l)
            i++;
        t.s->layers[l].end = i;
    }
    wt_printer_frame(printer, &tape);
    size_t n;
    const char *text = wt_out_memory(to, &n);
    const char *http = memmem(text, n, "Hypertext", 9);   /* the layers before show the bytes as they are */
    assert_non_null(http);
    snprintf(out, room, "%.*s", (int)(n - (size_t)(http - text)), http);
    wt_printer_free(printer);
    wt_out_free(to);
    stream_close(&t);
}

static void only_who_asks_sees_them(void **state) {
    (void)state;
    static char out[65536];
    static const char *const secrets[] = {"cookiesecret0123456789", "YmFzaWNzZWNyZXQ6MTIzNDU2Nzg=", "querysecret"};
    for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++) {
        printed(false, "text", out, sizeof out);
        if (strstr(out, secrets[i]))
            fail_msg("%s is shown:\n%s", secrets[i], out);
        assert_non_null(strstr(out, "--show-secrets"));
        assert_non_null(strstr(out, "Basic"));
        printed(true, "text", out, sizeof out);
        if (!strstr(out, secrets[i]))
            fail_msg("%s is not shown:\n%s", secrets[i], out);
        printed(false, "pdml", out, sizeof out);
        assert_non_null(strstr(out, secrets[i]));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_secrets),
        cmocka_unit_test(addresses_lose_their_secrets),
        cmocka_unit_test(only_who_asks_sees_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
