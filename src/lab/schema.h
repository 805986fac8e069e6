/* schema.h - the form of lab.yaml. */
#ifndef WT_LAB_SCHEMA_H
#define WT_LAB_SCHEMA_H

#include "lab/lab.h"

/* Read a lab.yaml.  NULL: see `problem`, which names the line. */
lab_file *lab_schema_load(const char *path, wt_problem *problem);
void lab_schema_free(lab_file *file);
/* "choice": as lab.yaml has it. */
const char *lab_kind_name(enum lab_kind kind);

#endif
