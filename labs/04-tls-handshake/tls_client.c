/* tls_client.c - a small TLS client: sends a line, prints the answer, and leaves its keys for the lab.
 *
 *     SSLKEYLOGFILE=keys tls_client ADDRESS PORT NAME [-v 1.2|1.3] [-c CIPHERS] [-g GROUPS] [-a CA]
 *                                   [-p CERT_AND_KEY] [-l] [-r] [-e] [-k] [-R]
 *
 * -p presents a certificate, with -l also if it is asked for one later (TLS 1.3), -r connects again and resumes, -e
 * does so with early data, -k updates keys midway, -R negotiates anew midway (TLS 1.2). */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "common.h"
#include "export.h"

static int connect_to(const char *address, int port) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    int s = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, address, &to.sin_addr);
    return connect(s, (struct sockaddr *)&to, sizeof to) == 0 ? s : -1;
}

static int ask(SSL *ssl, const char *line) {
    char text[600];
    size_t n;
    int answered = SSL_write_ex(ssl, line, strlen(line), &n) && SSL_read_ex(ssl, text, sizeof text, &n);
    if (answered)
        fwrite(text, 1, n, stdout);
    return answered;
}

enum midway { NOTHING, NEW_KEYS, ANEW, LATE };

/* One connection; the session to resume, if any, in *session, and the new one out of it. */
static int talk(SSL_CTX *x, char **argv, SSL_SESSION **session, int send_early, enum midway midway) {
    int s = connect_to(argv[1], atoi(argv[2]));
    SSL *ssl = SSL_new(x);
    size_t n;
    SSL_set_fd(ssl, s);
    SSL_set_tlsext_host_name(ssl, argv[3]);    /* whom we want: said in the ClientHello, … */
    SSL_set1_host(ssl, argv[3]);               /* … and to be found in the certificate */
    if (*session)
        SSL_set_session(ssl, *session);
    if (send_early && *session)
        SSL_write_early_data(ssl, "an early line\n", 14, &n);
    if (s < 0 || SSL_connect(ssl) != 1)
        return fail("tls_client", "no handshake");
    if (!ask(ssl, "a line\n"))
        return fail("tls_client", "no answer");
    if (midway == NEW_KEYS) {
        SSL_key_update(ssl, SSL_KEY_UPDATE_REQUESTED);
        ask(ssl, "a line under new keys\n");
        ask(ssl, "another line\n");
    }
    if (midway == LATE)
        ask(ssl, "a line of somebody known\n");
    if (midway == ANEW) {
        SSL_renegotiate(ssl);
        ask(ssl, "a line under new keys\n");
    }
    SSL_SESSION_free(*session);
    *session = SSL_get1_session(ssl);
    SSL_shutdown(ssl);
    SSL_shutdown(ssl);
    SSL_free(ssl);
    close(s);
    return 0;
}

int main(int argc, char **argv) {
    SSL_CTX *x = SSL_CTX_new(TLS_client_method());
    int again = 0, send_early = 0, good = argc >= 4 && x;
    enum midway midway = NOTHING;
    SSL_SESSION *session = NULL;
    optind = 4;
    for (int c; good && (c = getopt(argc, argv, "v:c:g:a:p:rekRl")) != -1;) {
        switch (c) {
        case 'a':
            good = SSL_CTX_load_verify_locations(x, optarg, NULL);
            SSL_CTX_set_verify(x, SSL_VERIFY_PEER, NULL);
            break;
        case 'p':
            good = SSL_CTX_use_certificate_chain_file(x, optarg) == 1 &&
                   SSL_CTX_use_PrivateKey_file(x, optarg, SSL_FILETYPE_PEM) == 1;
            break;
        case 'l':
            SSL_CTX_set_post_handshake_auth(x, 1);
            midway = LATE;
            break;
        case 'r': again = 1; break;
        case 'e': again = send_early = 1; break;
        case 'k': midway = NEW_KEYS; break;
        case 'R': midway = ANEW; break;
        default: good = offer(x, c, optarg); break;
        }
    }
    if (!good)
        return fail("tls_client", "usage: tls_client ADDRESS PORT NAME [-v 1.2|1.3] [-c CIPHERS] [-g GROUPS] [-a CA] "
                                  "[-p CERT_AND_KEY] [-l] [-r] [-e] [-k] [-R]");
    export_keys(x);
    int status = talk(x, argv, &session, 0, midway);
    if (!status && again)
        status = talk(x, argv, &session, send_early, NOTHING);
    SSL_SESSION_free(session);
    SSL_CTX_free(x);
    return status;
}
