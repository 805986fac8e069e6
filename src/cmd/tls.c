/* tls.c - wiretale tls: handshakes and key schedules of a capture. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/help.h"
#include "cmd/run.h"
#include "tell/tls.h"

static const char help[] =
    "Examples\n"
    "  wiretale tls capture.pcapng                     each handshake, its key schedule, one record opened\n"
    "  wiretale tls --keylog keys.log capture.pcap     with the secrets that curl or a browser left\n"
    "  wiretale tls --rsa-key server.pem FILE          TLS 1.2 with RSA key exchange\n"
    "  wiretale tls --stream tcp:3 --show-secrets FILE     one connection, every value in full\n"
    "  wiretale tls --json FILE                        the same for programs\n"
    "\n"
    "Usage: wiretale tls [options] FILE\n"
    "\n"
    "Every secret is worked out from what is known, step by step: the wire, a key log, private keys (docs/keys.md). What\n"
    "can't be worked out is named, with what would be needed. Both Finished messages are computed anew and compared.\n"
    "\n"
    "  --keylog FILE        TLS secrets, as SSLKEYLOGFILE makes them; a pcapng file may bring its own\n"
    "  --rsa-key FILE       the server's RSA private key (PEM)\n"
    "  --show-secrets       every value in full; they are confidential: whoever has them reads the connection\n"
    "  --json               for programs\n"
    HELP_CHOOSE
    "  -d TABLE==N,PROTO    decode as: tcp.port==8080,tls\n"
    "  --color auto|always|never, --width N, --ascii\n"
    "\n"
    "Exit status: 0 all well, also where nothing is chosen (a line says so); 1 an option that can't be meant; 2 the file\n"
    "can't be read or is broken (what was read is shown); 3 the output could not be written; 5 out of memory.\n";

typedef struct telling {
    read_options o;
    wt_tls_model *model;
    wt_out *out;
} telling;

static void needs(void *user, wt_options *session) { wt_tls_model_needs(((telling *)user)->model, session); }
static void tape(void *user, const wt_tape *t) { wt_tls_model_tape(((telling *)user)->model, t); }

/* While the keys are still there. */
static void done(void *user) {
    telling *t = user;
    const wt_print_options *p = &t->o.print;
    wt_tls_print how = {.out = t->out, .width = (unsigned)p->width, .json = t->o.json, .secrets = p->secrets,
                        .ascii = p->ascii, .color = p->color};
    wt_tls_tell_all(t->model, &how);
    if (!t->model->talks && !t->o.json && !t->o.nothing_selected)
        fprintf(stderr, "wiretale: there is no TLS handshake in %s%s\n",
                t->o.select.stream_chosen ? "that connection of " : "", t->o.file);
    if (t->model->left_out)
        fprintf(stderr, "wiretale: %llu further handshakes are not told (docs/limits.md); --stream N chooses one\n",
                (unsigned long long)t->model->left_out);
}

static int tell(telling *t) {
    t->model = wt_tls_model_new(t->o.select.stream_chosen ? t->o.select.stream : UINT32_MAX);
    t->out = wt_out_new(1);
    if (!t->model || !t->out)
        return say_problem(STATUS_MEMORY, NULL, "out of memory");
    run_visitor visit = {.needs = needs, .tape = tape, .done = done, .user = t};
    int status = run_file(&t->o, &visit);
    if (!wt_out_flush(t->out) && wt_out_error(t->out) != EPIPE)
        status = say_problem(STATUS_OUTPUT, NULL, "cannot write the output: %s", strerror(wt_out_error(t->out)));
    return status;
}

int cmd_tls(int argc, char **argv) {
    static const command_syntax syntax = {.command = "tls", .letters = ":r:T:Y:c:d:nh", .own_formats = true,
                                          .too_many = "one file at a time"};
    telling t = {0};
    int status = parse_options(&t.o, &syntax, NULL, argc, argv);
    if (status)
        return status;
    if (t.o.help) {
        help_print(help, stdout);
        return STATUS_OK;
    }
    if (!t.o.file)
        return say_problem(STATUS_USAGE, "wiretale tls capture.pcapng; - reads standard input",
                           "the handshakes of what?");
    if (strcmp(t.o.format, "json") == 0)
        t.o.json = true;
    else if (strcmp(t.o.format, "text") != 0)
        return say_problem(STATUS_USAGE, "text or json", "tls has no output format %s", t.o.format);
    status = tell(&t);
    wt_tls_model_free(t.model);
    wt_out_free(t.out);
    return status;
}
