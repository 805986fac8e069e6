/* table.h - what the capture says of several things side by side, and how that goes on: tables and curves of a lab. */
#ifndef WT_LAB_TABLE_H
#define WT_LAB_TABLE_H

#include "lab/grade.h"
#include "lab/page.h"
#include "wiretale/print.h"

enum { TABLE_ROWS = 12, TABLE_COLUMNS = 12, TABLE_NAME = 64 };

typedef struct table {
    const lab_table *is;
    char rows[TABLE_ROWS][TABLE_NAME], columns[TABLE_COLUMNS][TABLE_NAME];
    unsigned row_count, column_count;
    double value[TABLE_ROWS][TABLE_COLUMNS];
    bool known[TABLE_ROWS][TABLE_COLUMNS];
} table;

typedef struct crossing {            /* of two rows: where one begins to be below the other, by interpolation */
    unsigned below, above, after;    /* `below` is the lower one from here on; between
                                      * columns `after` and `after` + 1 */
    double x;
} crossing;
enum { TABLE_CROSSINGS = 64 };

/* The table of that name, or NULL. */
const lab_table *table_named(const lab *l, const char *name);
/* Add what {row} and {column} stand for in that cell. */
void table_cell(vary *v, const lab_table *t, unsigned row, unsigned column);
/* Fill in every value; what the capture does not have stays unknown.  `step`: where
 * frames(…) looks if it does not say. */
void table_find(table *t, const grading *g, const lab_table *is, const char *step);
/* A value as it is shown. */
void table_value(const table *t, unsigned row, unsigned column, char *out, size_t room);
/* Where curves cross: straight between two columns when both axes are logarithmic.  How many. */
unsigned table_crossings(const table *t, crossing out[TABLE_CROSSINGS]);
/* Is there a point of a curve? */
bool table_drawn(const table *t, unsigned row, unsigned column);
/* By which a row is found in the plot; never a letter that an option could have. */
static inline char table_sign(unsigned row) { return (char)(row < 9 ? '1' + row : 'A' + row - 9); }
/* Can it be drawn: two columns with an x, and a row with values above 0? */
bool table_has_curves(const table *t);

typedef struct table_span {          /* logarithms of the ends of both axes */
    double x0, x1, y0, y1;
} table_span;
/* What the points that can be drawn span. */
table_span table_spans(const table *t);

/* Rows and columns; in prose a sentence a row. */
void table_print(const table *t, page *p);
/* Curves of letters, both axes logarithmic, and below them where they cross; in prose only where they cross. */
void table_plot(const table *t, page *p);
/* The same curves as a picture, 1280 by 720. */
void table_svg(const table *t, wt_out *out);

#endif
