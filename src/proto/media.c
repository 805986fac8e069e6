/* media.c - bodies of any other type: pictures, archives, programs; what they are by their first bytes. */
#include "core/body.h"

static const wt_value kind_rows[] = {
    WT_V(1, "PNG image", NULL),       WT_V(2, "JPEG image", NULL),      WT_V(3, "GIF image", NULL),
    WT_V(4, "WebP image", NULL), WT_V(5, "PDF document", NULL),
    WT_V(6, "ZIP archive", "Many document formats are ZIP archives inside."),
    WT_V(7, "gzip data", NULL),       WT_V(8, "ELF program", "A program or library for Linux."),
    WT_V(9, "Windows program", NULL), WT_V(10, "MP4 video", NULL),      WT_V(11, "Ogg media", NULL),
    WT_V(12, "MP3 audio", NULL),      WT_V(13, "WOFF font", NULL),      WT_V(14, "WebAssembly program", NULL),
    WT_V(15, "WebM or Matroska video", NULL),
};
WT_VALUES(kind);

#define FIELDS(F) \
    F(KIND, "media.kind", U8, 0, DEC, &kind, "By its first bytes", \
      "What this is by the bytes that such files begin with, whatever its type says.", "RFC 2046 §4", \
      WT_OURS | WT_STORY) \
    F(TYPE, "media.type", BYTES, 0, DEC, NULL, "Media type", \
      "The body as it is: wiretale does not read into this type.", "RFC 2046 §4", WT_STORY)
WT_FIELDS(MEDIA, FIELDS)

static uint64_t kind_of(const uint8_t *p, uint32_t n) {
    static const struct { uint8_t kind, at, n; char bytes[9]; } known[] = {
        {1, 0, 8, "\x89PNG\r\n\x1a\n"}, {2, 0, 3, "\xff\xd8\xff"}, {3, 0, 4, "GIF8"},  {4, 8, 4, "WEBP"},
        {5, 0, 5, "%PDF-"},             {6, 0, 4, "PK\x03\x04"},   {7, 0, 2, "\x1f\x8b"}, {8, 0, 4, "\x7f" "ELF"},
        {9, 0, 2, "MZ"},                {10, 4, 4, "ftyp"},        {11, 0, 4, "OggS"}, {12, 0, 3, "ID3"},
        {13, 0, 3, "wOF"},              {14, 0, 4, "\0asm"},       {15, 0, 4, "\x1a\x45\xdf\xa3"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (n >= (uint32_t)known[i].at + known[i].n && memcmp(p + known[i].at, known[i].bytes, known[i].n) == 0)
            return known[i].kind;
    return 0;
}

static void dissect(wt_cur *c) {
    uint32_t n = wt_left_captured(c);
    uint64_t is = n ? kind_of(wt_here(c), n) : 0;
    if (is)
        wt_emit_u(c, F_KIND, c->pos, n < 12 ? n : 12, is);
    wt_take_rest(c, F_TYPE);
}

static const wt_binding bindings[] = {{WT_T_MEDIA_TYPE, 0, "*/*"}};

const wt_protocol wt_proto_media = {
    .info = {.name = "media", .title = "Media Type", .tag = "Media",
             .why = "A body of a type that wiretale does not read into.", .ref = "RFC 2046",
             .fields = fields, .field_count = WT_FIELD_COUNT, .content = true},
    .bindings = bindings, .binding_count = 1, .dissect = dissect,
};
