/* help.h - a page of help, in lines that fit the terminal. */
#ifndef WT_CMD_HELP_H
#define WT_CMD_HELP_H

#include <stdio.h>

/* Each line ends with '\n'.  On a terminal that is too narrow for the page, its lines are broken between words. */
void help_print(const char *page, FILE *to);

#endif
