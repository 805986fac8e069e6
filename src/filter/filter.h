/* filter.h (internal) - a compiled filter: a tree of tests over operands, which are trees of their own. */
#ifndef WT_FILTER_FILTER_H
#define WT_FILTER_FILTER_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

#include "wiretale/filter.h"

enum { MAX_NODES = 512, MAX_OPERANDS = 512, MAX_ROWS = 1024, MAX_TEXT = 16384, MAX_DEPTH = 64, MAX_SLICES = 64,
       MAX_ARGS = 64, SCRATCH = 4096, MAX_VALUES = 4096, MAX_BYTES = 262144 };

/* What values can be compared with each other. */
enum kind { K_NUMBER, K_SIGNED, K_BYTES, K_TEXT, K_IPV4, K_IPV6, K_TIME, K_DOUBLE, K_NONE, K_PROTOCOL };

typedef struct val {
    uint8_t kind;
    uint8_t prefix;                  /* addresses: bits that count */
    bool oid;                        /* text that is still in the bytes of an object identifier */
    uint32_t n;
    union {
        uint64_t u;                  /* of a protocol: the length of its layer */
        double d;                    /* of K_DOUBLE */
    };
    const uint8_t *p;
    const wt_field *row;             /* of a field */
} val;

/* What an operand is: a constant, a field or protocol, or something made of other operands. */
enum what { O_LITERAL, O_FIELD, O_SLICE, O_ARITHMETIC, O_NEGATIVE, O_FUNCTION };
enum function { FN_NONE, FN_LEN, FN_COUNT, FN_UPPER, FN_LOWER, FN_STRING, FN_MAX, FN_MIN, FN_ABS };

/* Bytes of a value, or with `#` layers of a protocol. */
typedef struct slice {
    int32_t from, to;                /* to: one past the end, counted from the end if negative or 0 with `open` */
    bool open;                       /* up to the end */
    bool is_length;                  /* `to` is a length */
} slice;

typedef struct operand {
    uint8_t what;
    uint8_t kind;
    uint8_t function;                /* or the sign of the arithmetic: + - * / % & */
    bool constant;                   /* a literal, or made of literals, that has no kind yet */
    bool quoted, is_char;            /* the literal */
    uint16_t a, b;                   /* operands it is made of */
    uint16_t first_row, rows;        /* of filter->rows */
    uint16_t first_slice, slices;    /* of filter->slices */
    uint16_t first_layer, layers;    /* of filter->slices, too */
    uint16_t first_arg, args;        /* of filter->args */
    uint32_t text, length;           /* of filter->text: the literal as it was written */
    uint32_t at, wide;               /* where it stands in the filter */
    val value;                       /* a literal */
    const wt_field *field;           /* NULL: a protocol, or not simply a field */
} operand;

enum op { OP_AND, OP_OR, OP_XOR, OP_NOT, OP_PRESENT, OP_NONZERO, OP_EQ, OP_NE, OP_GT, OP_LT, OP_GE, OP_LE, OP_CONTAINS,
          OP_MATCHES, OP_IN };

typedef struct node {
    uint8_t op;
    bool all;                        /* of all values, not of any */
    uint16_t a, b;                   /* nodes, or operands; OP_IN: b is the first of `count` pairs of args */
    uint16_t count;
    pcre2_code *pattern;
} node;

struct wt_filter {
    node nodes[MAX_NODES];
    operand operands[MAX_OPERANDS];
    wt_fid rows[MAX_ROWS];
    slice slices[MAX_SLICES];
    uint16_t args[MAX_ARGS + 2 * MAX_OPERANDS];
    uint8_t text[MAX_TEXT];          /* of literals */
    uint32_t node_count, operand_count, row_count, slice_count, arg_count, text_used;
    uint16_t root;
    wt_fid *want;
    pcre2_match_data *match;
    pcre2_match_context *limits;
    uint64_t given_up;
    uint8_t scratch[2][SCRATCH];
    val *values;                     /* MAX_VALUES and MAX_BYTES: what is worked out for one
                                      * test; NULL if nothing ever is */
    uint8_t *bytes;
    uint32_t values_used, bytes_used;
};

/* The kind of a row's values. */
enum kind kind_of_row(const wt_field *f);

#endif
