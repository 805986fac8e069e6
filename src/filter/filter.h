/* filter.h (internal) - a compiled filter: a tree of tests over operands. */
#ifndef WT_FILTER_FILTER_H
#define WT_FILTER_FILTER_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

#include "wiretale/filter.h"

enum { MAX_NODES = 512, MAX_OPERANDS = 512, MAX_ROWS = 1024, MAX_TEXT = 16384, MAX_DEPTH = 64, MAX_SLICES = 64,
       SCRATCH = 4096 };

/* What values can be compared with each other. */
enum kind { K_NUMBER, K_SIGNED, K_BYTES, K_TEXT, K_IPV4, K_IPV6, K_TIME, K_DOUBLE, K_NONE, K_PROTOCOL };

typedef struct val {
    uint8_t kind;
    uint8_t prefix;                  /* addresses: bits that count */
    bool oid;                        /* text that is still in the bytes of an object identifier */
    uint64_t u;
    double d;
    const uint8_t *p;
    uint32_t n;
} val;

enum function { FN_NONE, FN_LEN, FN_COUNT, FN_UPPER, FN_LOWER };

typedef struct slice {
    int32_t from, to;                /* to: one past the end, counted from the end if negative or 0 with `open` */
    bool open;                       /* up to the end */
    bool is_length;                  /* `to` is a length */
} slice;

typedef struct operand {
    bool is_field;
    uint8_t kind;
    uint8_t function;
    uint16_t first_row, rows;        /* of filter->rows */
    uint16_t first_slice, slices;
    bool masked;
    uint64_t mask;
    val value;                       /* a literal */
    const wt_field *field;           /* NULL: a protocol */
} operand;

enum op { OP_AND, OP_OR, OP_XOR, OP_NOT, OP_PRESENT, OP_NONZERO, OP_ANY_EQ, OP_ALL_EQ, OP_ANY_NE, OP_ALL_NE, OP_GT, OP_LT,
          OP_GE, OP_LE, OP_CONTAINS, OP_MATCHES, OP_IN };

typedef struct node {
    uint8_t op;
    uint16_t a, b;                   /* nodes, or operands; OP_IN: b is the first of `count` pairs of operands */
    uint16_t count;
    pcre2_code *pattern;
} node;

struct wt_filter {
    node nodes[MAX_NODES];
    operand operands[MAX_OPERANDS];
    wt_fid rows[MAX_ROWS];
    slice slices[MAX_SLICES];
    uint8_t text[MAX_TEXT];          /* of literals */
    uint32_t node_count, operand_count, row_count, slice_count, text_used;
    uint16_t root;
    wt_fid *want;
    pcre2_match_data *match;
    pcre2_match_context *limits;
    uint64_t given_up;
    uint8_t scratch[2][SCRATCH];
};

/* The kind of a row's values. */
enum kind kind_of_row(const wt_field *f);

#endif
