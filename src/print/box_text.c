/* box_text.c - a label and a value, made to fit into a box of a picture. */
#include "print/picture.h"

/* ---- label ------------------------------------------------------------------------------ */

static void one_line(wt_box_text *t, const char *s, size_t n) {
    t->label[0] = s;
    t->label_bytes[0] = (uint8_t)n;
    t->label_count = 1;
}

/* Words over at most three lines. */
static bool wrap(wt_box_text *t, const char *s, unsigned width) {
    size_t n = strlen(s);
    t->label_count = 0;
    while (n) {
        size_t fit = 0;
        for (size_t k = 1; k <= n && wt_columns(s, k) <= width; k++)
            if (k == n || s[k] == ' ')
                fit = k;
        if (!fit || t->label_count == 3 || fit > 255)
            return false;
        t->label[t->label_count] = s;
        t->label_bytes[t->label_count++] = (uint8_t)fit;
        s += fit;
        n -= fit;
        while (n && *s == ' ') {
            s++;
            n--;
        }
    }
    return true;
}

/* One letter below the other. */
static void upright(wt_box_text *t, const char *s, size_t n) {
    t->label_count = 0;
    for (size_t k = 0; k < n && k < 3; k++) {
        t->label[k] = s + k;
        t->label_bytes[k] = 1;
        t->label_count++;
    }
}

static size_t initials(char *to, size_t room, const char *label) {
    size_t n = 0;
    bool begins = true;
    for (; *label && n < room; label++) {
        bool letter =
            (*label >= 'a' && *label <= 'z') || (*label >= 'A' && *label <= 'Z') || (*label >= '0' && *label <= '9');
        if (letter && begins)
            to[n++] = *label >= 'a' && *label <= 'z' ? (char)(*label - 'a' + 'A') : *label;
        begins = *label == ' ' || *label == '-';
    }
    return n;
}

/* A label's short form stands in brackets at its end: "Synchronise (SYN)". */
static const char *short_form(const char *label, size_t *n) {
    const char *open = strrchr(label, '(');
    size_t all = strlen(label);
    if (!open || label[all - 1] != ')')
        return NULL;
    *n = (size_t)(label + all - 1 - open - 1);
    return open + 1;
}

/* One long word: how it begins, "Res.". */
static void beginning(wt_box_text *t, const char *word, unsigned width) {
    size_t n = width > 5 ? width - 1 : 3;
    n = n < sizeof t->initials - 1 ? n : sizeof t->initials - 1;
    memcpy(t->initials, word, n);
    if (width > n)
        t->initials[n++] = '.';
    one_line(t, t->initials, n);
}

static void fit_label(wt_box_text *t, const char *label, unsigned width) {
    size_t n = strlen(label);
    if (wt_columns(label, n) <= width && n < 256) {
        one_line(t, label, n);
        return;
    }
    const char *brief = short_form(label, &n);
    if (brief && n <= width) {
        one_line(t, brief, n);
        return;
    }
    if (brief && n <= 3) {
        upright(t, brief, n);
        return;
    }
    if (width >= 3 && wrap(t, label, width))
        return;
    n = initials(t->initials, sizeof t->initials, label);
    if (n > 1 && n > width)
        upright(t, t->initials, n);
    else if (n > 1 || width < 3)
        one_line(t, t->initials, n < width ? n : width);
    else
        beginning(t, label, width);
}

/* ---- value ------------------------------------------------------------------------------ */

static bool keep(wt_box_text *t, wt_out *o, unsigned width) {
    size_t n;
    const char *s = wt_out_memory(o, &n);
    if (n > sizeof t->value || wt_columns(s, n) > width)
        return false;
    memcpy(t->value, s, n);
    t->value_bytes = (uint32_t)n;
    return true;
}

/* As much as fits, and a mark that there is more. */
static void cut(wt_box_text *t, wt_out *o, bool ascii, unsigned width) {
    size_t n, fit = 0;
    const char *s = wt_out_memory(o, &n), *mark = ascii ? "~" : "…";
    while (fit < n) {
        uint32_t cp;
        unsigned size = wt_utf8((const uint8_t *)s + fit, n - fit, &cp);
        size = size ? size : 1;
        if (wt_columns(s, fit + size) + 1 > width || fit + size + strlen(mark) > sizeof t->value)
            break;
        fit += size;
    }
    memcpy(t->value, s, fit);
    memcpy(t->value + fit, mark, strlen(mark));
    t->value_bytes = (uint32_t)(fit + strlen(mark));
}

static void count_bytes(wt_out *o, uint32_t n) {
    wt_out_clear(o);
    wt_out_u(o, n);
    wt_out_s(o, n == 1 ? " byte" : " bytes");
}

/* A number that is sent in another unit: "5 → 20". */
static bool translated(const wt_box *box) {
    const wt_field *f = box->field;
    return f->mask && wt_is_number(f->type) && !(box->item->flags & WT_I_POINTER) && box->raw != box->item->v.u &&
           f->base != WT_FLAG && !wt_is_signed(f->type);
}

static void fit_value(wt_box_text *t, wt_printer *p, const wt_box *box, unsigned width) {
    const wt_field *f = box->field;
    wt_out *o = p->scratch;
    bool ascii = p->options.ascii;
    wt_out_clear(o);
    if (f->base == WT_FLAG && !(box->item->flags & WT_I_POINTER)) {
        wt_out_c(o, box->item->v.u ? '1' : '0');
        keep(t, o, width);
        return;
    }
    if (translated(box)) {
        wt_out_u(o, box->raw);
        wt_out_s(o, ascii ? " > " : " → ");
    }
    wt_human(o, WT_ESC_TERMINAL, f, box->item);
    if (keep(t, o, width))
        return;
    if (f->type == WT_BYTES || f->type == WT_NONE) {
        count_bytes(o, box->item->length);
    } else {
        const wt_value *name = wt_value_of(f, box->item);
        wt_out_clear(o);
        if (name)
            wt_out_s(o, name->name);
        if (name && keep(t, o, width))
            return;
        wt_out_clear(o);
        wt_show(o, WT_ESC_TERMINAL, f, box->item);
    }
    if (!keep(t, o, width))
        cut(t, o, ascii, width);
}

/* Bits that no field tells about, as they are. */
static void bare_bits(wt_box_text *t, const wt_box *box, unsigned width) {
    uint32_t n = box->to - box->from;
    if (n > width || n > 16)
        return;
    for (uint32_t bit = n; bit-- > 0;)
        t->value[t->value_bytes++] = box->raw >> bit & 1 ? '1' : '0';
}

void wt_box_fill(wt_box_text *t, wt_printer *p, const wt_box *box, unsigned width) {
    t->label_count = 0;
    t->value_bytes = 0;
    if (!box->field) {
        bare_bits(t, box, width);
        return;
    }
    fit_label(t, box->field->label, width);
    if (box->field->type == WT_NONE)
        count_bytes(p->scratch, box->item->length);
    if (box->field->type != WT_NONE)
        fit_value(t, p, box, width);
    else if (!keep(t, p->scratch, width))
        t->value_bytes = 0;
}
