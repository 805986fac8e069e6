/* tables.h - how the rows of the field tables are told to people, shared by explain and fields. */
#ifndef WT_CMD_TABLES_H
#define WT_CMD_TABLES_H

#include "cmd/sheet.h"
#include "wiretale/field.h"

/* "number, 2 bytes" */
const char *kind_of(const wt_field *f);
/* "6", "0x0800", "100–199": a value as its field writes it. */
void put_value_number(char *to, size_t room, const wt_field *f, const wt_value *v);
/* "tcp.srcport or tcp.dstport": what an alias stands for; false if it is none. */
bool alias_members(char *to, size_t room, const wt_protocol_info *p, const wt_field *f);
/* "EtherType 0x0800, TCP port 80": where a protocol is found; "" if nowhere by number. */
void places_of(char *to, size_t room, uint32_t proto);
/* The whole of a field's or protocol's page. */
void explain_field(const sheet *s, const wt_protocol_info *p, const wt_field *f);
void explain_protocol(const sheet *s, uint32_t proto);
void explain_value(const sheet *s, const wt_field *f, const wt_value *v);

#endif
