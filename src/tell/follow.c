/* follow.c - a stream is printed as it comes; nothing of it is kept but a line begun. */
#include "tell/follow.h"

#include <stdlib.h>

#include "print/escape.h"

enum { ROW = 16, CARRY = 3 };

struct wt_follow {
    wt_follow_options options;
    wt_out *out;
    wt_endpoint end[2];                    /* of direction 0: who sends, who receives */
    bool known, wrote, at_line_start;
    int turn;                              /* whose bytes are being printed; -1: nobody's */
    uint32_t message, substream;           /* of them */
    uint8_t kind;
    uint64_t offset[2], bytes;
    uint8_t row[ROW];                      /* hex: the line begun; text: a character begun */
    uint32_t row_len;
};

wt_follow *wt_follow_new(const wt_follow_options *options, wt_out *out) {
    wt_follow *f = calloc(1, sizeof *f);
    if (!f)
        return NULL;
    f->options = *options;
    f->out = out;
    f->turn = -1;
    f->at_line_start = true;
    return f;
}

void wt_follow_free(wt_follow *f) { free(f); }

void wt_follow_needs(wt_options *session) { session->pieces = true; }

/* ---- colours ---------------------------------------------------------------------------- */

static void style(wt_follow *f, const char *code) {
    if (!f->options.color)
        return;
    wt_out_s(f->out, "\033[");
    wt_out_s(f->out, code);
    wt_out_c(f->out, 'm');
}

static const char *side_color(int dir) { return dir ? "38;5;32" : "38;5;166"; }

/* ---- text ------------------------------------------------------------------------------- */

static void text_bytes(wt_follow *f, const uint8_t *p, size_t n) {
    wt_out *o = f->out;
    while (n) {
        const uint8_t *nl = memchr(p, '\n', n);
        size_t line = nl ? (size_t)(nl - p) : n;
        size_t shown = line && nl && p[line - 1] == '\r' ? line - 1 : line;
        if (shown)
            f->at_line_start = false;
        for (size_t at = 0; at < shown;) {     /* tabs are harmless, too */
            const uint8_t *tab = memchr(p + at, '\t', shown - at);
            size_t part = tab ? (size_t)(tab - p) - at : shown - at;
            wt_escape(o, WT_ESC_TERMINAL, p + at, part);
            at += part;
            if (tab) {
                wt_out_c(o, '\t');
                at++;
            }
        }
        if (nl) {
            wt_out_c(o, '\n');
            f->at_line_start = true;
        }
        p += line + (nl != NULL);
        n -= line + (nl != NULL);
    }
}

/* Bytes at the end of p[n] that may begin a character, and a '\r' that may end a line: told when it is whole. */
static size_t unfinished(const uint8_t *p, size_t n) {
    if (n && p[n - 1] == '\r')
        return 1;
    for (size_t back = 1; back <= CARRY && back <= n; back++) {
        uint8_t b = p[n - back];
        if ((b & 0xc0) == 0x80)
            continue;
        size_t need = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : b >= 0xc0 ? 2 : 1;
        return need > back ? back : 0;
    }
    return 0;
}

static void text(wt_follow *f, const uint8_t *p, size_t n) {
    style(f, side_color(f->turn));
    while (f->row_len && n) {                  /* complete the character begun, byte by byte */
        f->row[f->row_len++] = *p++;
        n--;
        if (!unfinished(f->row, f->row_len) || f->row_len > CARRY) {
            text_bytes(f, f->row, f->row_len);
            f->row_len = 0;
        }
    }
    size_t later = unfinished(p, n);
    text_bytes(f, p, n - later);
    if (later) {
        memcpy(f->row, p + n - later, later);
        f->row_len = (uint32_t)later;
    }
    style(f, "0");
}

/* ---- hex -------------------------------------------------------------------------------- */

static void hex_row(wt_follow *f) {
    wt_out *o = f->out;
    style(f, side_color(f->turn));
    wt_out_s(o, f->turn ? "    " : "");
    wt_out_x(o, f->offset[f->turn] - f->row_len, 8);
    wt_out_c(o, ' ');
    for (uint32_t i = 0; i < ROW; i++) {
        wt_out_s(o, i == ROW / 2 ? "  " : " ");
        if (i < f->row_len)
            wt_out_x(o, f->row[i], 2);
        else
            wt_out_s(o, "  ");
    }
    wt_out_s(o, "  ");
    for (uint32_t i = 0; i < f->row_len; i++)
        wt_out_c(o, f->row[i] >= 0x20 && f->row[i] < 0x7f ? (char)f->row[i] : '.');
    style(f, "0");
    wt_out_c(o, '\n');
    f->row_len = 0;
}

static void hex(wt_follow *f, const uint8_t *p, size_t n) {
    for (size_t i = 0; i < n; i++) {
        f->row[f->row_len++] = p[i];
        f->offset[f->turn]++;
        if (f->row_len == ROW)
            hex_row(f);
    }
}

/* ---- turns ------------------------------------------------------------------------------ */

static void flush_row(wt_follow *f) {
    if (f->row_len && f->options.form == WT_FOLLOW_HEX)
        hex_row(f);
    else if (f->row_len)
        text_bytes(f, f->row, f->row_len);
    f->row_len = 0;
}

static void end_line(wt_follow *f) {
    flush_row(f);
    if (!f->at_line_start)
        wt_out_c(f->out, '\n');
    f->at_line_start = true;
}

static void title(wt_follow *f, const wt_tape *tape, const wt_piece *piece) {
    wt_out *o = f->out;
    end_line(f);
    if (f->wrote)
        wt_out_c(o, '\n');
    style(f, "1");
    style(f, side_color(piece->dir));
    wt_text *t = wt_out_room(o, 256);
    wt_put_endpoint(t, &f->end[piece->dir]);
    wt_put_s(t, f->options.ascii ? " -> " : " → ");
    wt_put_endpoint(t, &f->end[!piece->dir]);
    style(f, "0");
    style(f, "2");
    wt_out_s(o, "  frame ");
    wt_out_u(o, tape->frame->number);
    if (piece->substream) {
        wt_out_s(o, ", stream ");
        wt_out_u(o, piece->substream);
    }
    if (piece->message && !piece->first && piece->kind == WT_PIECE_BODY &&
        (f->message != piece->message || f->turn != piece->dir))
        wt_out_s(o, ", goes on");
    style(f, "0");
    wt_out_c(o, '\n');
    f->wrote = true;
}

/* A stream's bytes are one turn until the other side speaks; each message is one of its own.  Where several streams
 * share a connection, nothing on the wire tells a head from its body in letters: an empty line does. */
static void take_turn(wt_follow *f, const wt_tape *tape, const wt_piece *piece) {
    bool same = f->turn == piece->dir && f->message == piece->message && f->substream == piece->substream;
    bool apart = f->kind != piece->kind;
    f->kind = piece->kind;
    if (same && apart && piece->substream && f->options.form == WT_FOLLOW_TEXT) {
        end_line(f);
        wt_out_c(f->out, '\n');
    }
    if (same)
        return;
    title(f, tape, piece);
    f->turn = piece->dir;
    f->message = piece->message;
    f->substream = piece->substream;
}

/* ---- pieces ----------------------------------------------------------------------------- */

static void missing(wt_follow *f, uint64_t n) {
    end_line(f);
    f->offset[f->turn] += n;
    if (f->options.form == WT_FOLLOW_RAW)
        return;
    style(f, "7");
    wt_out_s(f->out, "[");
    wt_out_u(f->out, n);
    wt_out_s(f->out, n == 1 ? " byte is missing here]" : " bytes are missing here]");
    style(f, "0");
    wt_out_c(f->out, '\n');
}

static void json(wt_follow *f, const wt_tape *tape, const wt_piece *piece, const uint8_t *p) {
    static const char *const kinds[] = {"stream", "head", "body"};
    wt_out *o = f->out;
    wt_out_s(o, f->wrote ? ",\n  {\"frame\": " : "[\n  {\"frame\": ");
    f->wrote = true;
    wt_out_u(o, tape->frame->number);
    wt_out_s(o, ", \"from\": \"");
    wt_put_endpoint(wt_out_room(o, 128), &f->end[piece->dir]);
    wt_out_s(o, "\", \"to\": \"");
    wt_put_endpoint(wt_out_room(o, 128), &f->end[!piece->dir]);
    wt_out_s(o, "\", \"part\": \"");
    wt_out_s(o, kinds[piece->kind]);
    wt_out_s(o, "\", \"stream\": ");
    wt_out_u(o, piece->substream);
    wt_out_s(o, ", \"message\": ");
    wt_out_u(o, piece->message);
    wt_out_s(o, ", \"missing\": ");
    wt_out_u(o, piece->missing);
    bool utf8 = wt_utf8_valid(p, piece->length);
    wt_out_s(o, utf8 ? ", \"text\": \"" : ", \"hex\": \"");
    if (utf8)
        wt_escape(o, WT_ESC_JSON, p, piece->length);
    else
        wt_out_hex(o, p, piece->length);
    wt_out_s(o, "\"}");
}

static void print_piece(wt_follow *f, const wt_tape *tape, const wt_piece *piece) {
    const uint8_t *p = piece->length ? tape->sources[piece->source].data + piece->offset : (const uint8_t *)"";
    f->bytes += piece->length;
    if (f->options.form == WT_FOLLOW_JSON) {
        json(f, tape, piece, p);
        return;
    }
    if (!piece->length && !piece->missing)
        return;
    if (f->options.form == WT_FOLLOW_RAW) {
        wt_out_write(f->out, p, piece->length);
        return;
    }
    take_turn(f, tape, piece);
    if (piece->missing)
        missing(f, piece->missing);
    if (f->options.form == WT_FOLLOW_HEX)
        hex(f, p, piece->length);
    else
        text(f, p, piece->length);
}

static bool meant(const wt_follow *f, const wt_piece *piece) {
    const wt_follow_options *o = &f->options;
    return piece->flow == o->flow && piece->proto == o->proto && (o->dir < 0 || piece->dir == o->dir) &&
           (o->substream < 0 || piece->substream == o->substream);
}

void wt_follow_tape(wt_follow *f, const wt_tape *tape) {
    for (uint32_t i = 0; i < tape->piece_count; i++) {
        const wt_piece *piece = &tape->pieces[i];
        if (!meant(f, piece))
            continue;
        if (!f->known) {
            /* A piece may come out in the other side's frame, which told that nothing is missing; the first does
             * not. */
            f->end[piece->dir] = tape->src;
            f->end[!piece->dir] = tape->dst;
            f->known = true;
        }
        print_piece(f, tape, piece);
    }
}

uint64_t wt_follow_end(wt_follow *f) {
    if (f->options.form == WT_FOLLOW_JSON)
        wt_out_s(f->out, f->wrote ? "\n]\n" : "[]\n");
    else if (f->options.form != WT_FOLLOW_RAW)
        end_line(f);
    return f->bytes;
}
