/* tls_server.c - a small TLS server: says hello to each line it gets, and leaves its keys for the lab.
 *
 *     SSLKEYLOGFILE=keys tls_server PORT CERT KEY [-v 1.2|1.3] [-c CIPHERS] [-g GROUPS] [-a CLIENT_CA] [-l] [-e] [-n N]
 *
 * -a asks clients for a certificate, with -l only after their first line (TLS 1.3), -e takes early data,
 * -n ends after N connections. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include "common.h"
#include "export.h"

static int listen_on(int port) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    int s = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    return bind(s, (struct sockaddr *)&at, sizeof at) == 0 && listen(s, 8) == 0 ? s : -1;
}

static void answer(SSL *ssl, const char *text, size_t n) {
    char line[600];
    size_t done;
    int length = snprintf(line, sizeof line, "hello, %.*s", (int)(n < 500 ? n : 500), text);
    SSL_write_ex(ssl, line, (size_t)length, &done);
}

static void early(SSL *ssl) {
    char text[512];
    size_t n;
    int status;
    while ((status = SSL_read_early_data(ssl, text, sizeof text, &n)) == SSL_READ_EARLY_DATA_SUCCESS)
        if (n)
            SSL_write_early_data(ssl, "early hello\n", 12, &n);
}

static void serve(SSL *ssl, int take_early) {
    char text[512];
    size_t n;
    if (take_early)
        early(ssl);
    if (SSL_accept(ssl) != 1) {
        fail("tls_server", "no handshake");
        return;
    }
    while (SSL_read_ex(ssl, text, sizeof text, &n)) {
        if ((SSL_get_verify_mode(ssl) & SSL_VERIFY_POST_HANDSHAKE) && SSL_verify_client_post_handshake(ssl) == 1)
            SSL_do_handshake(ssl);
        answer(ssl, text, n);
    }
    SSL_shutdown(ssl);
}

static int set_up(SSL_CTX *x, int argc, char **argv, int *take_early, int *count) {
    int good = SSL_CTX_use_certificate_chain_file(x, argv[2]) == 1 &&
               SSL_CTX_use_PrivateKey_file(x, argv[3], SSL_FILETYPE_PEM) == 1;
    SSL_CTX_set_options(x, SSL_OP_ALLOW_CLIENT_RENEGOTIATION);
    SSL_CTX_set_session_id_context(x, (const unsigned char *)"lab", 3);
    optind = 4;
    for (int c; good && (c = getopt(argc, argv, "v:c:g:a:n:el")) != -1;) {
        switch (c) {
        case 'a':
            good = SSL_CTX_load_verify_locations(x, optarg, NULL);
            SSL_CTX_set_verify(x, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
            SSL_CTX_set_client_CA_list(x, SSL_load_client_CA_file(optarg));
            break;
        case 'l':
            SSL_CTX_set_verify(x, SSL_CTX_get_verify_mode(x) | SSL_VERIFY_POST_HANDSHAKE | SSL_VERIFY_CLIENT_ONCE,
                               NULL);
            break;
        case 'n': *count = atoi(optarg); break;
        case 'e':
            *take_early = 1;
            SSL_CTX_set_max_early_data(x, 16384);
            break;
        default: good = offer(x, c, optarg); break;
        }
    }
    return good;
}

int main(int argc, char **argv) {
    SSL_CTX *x = SSL_CTX_new(TLS_server_method());
    int take_early = 0, count = -1;
    if (argc < 4 || !x || !set_up(x, argc, argv, &take_early, &count))
        return fail("tls_server", "usage: tls_server PORT CERT KEY [-v 1.2|1.3] [-c CIPHERS] [-g GROUPS] "
                                  "[-a CLIENT_CA] [-l] [-e] [-n N]");
    export_keys(x);
    signal(SIGPIPE, SIG_IGN);          /* a client that has left is no reason to end */
    int s = listen_on(atoi(argv[1]));
    if (s < 0)
        return fail("tls_server", "cannot listen");
    while (count--) {
        int c = accept(s, NULL, NULL);
        SSL *ssl = SSL_new(x);
        SSL_set_fd(ssl, c);
        serve(ssl, take_early);
        SSL_free(ssl);
        close(c);
    }
    SSL_CTX_free(x);
    return 0;
}
