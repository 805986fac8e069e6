# wiretale: `make` builds build/wiretale and the library; `make help` lists the rest.
VERSION   := 0.1.0
SOVERSION := 0
CC        ?= cc
B         ?= build
OPT       ?= -O2 -g
WARN      := -Wall -Wextra -Wconversion -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes
CPPFLAGS  += -Iinclude -Isrc -D_GNU_SOURCE -DWT_VERSION='"$(VERSION)"'
CFLAGS    += -std=c11 $(OPT) $(WARN) -fPIC -fvisibility=hidden $(SANITIZE)
LDFLAGS   += $(SANITIZE)
LIB_LIBS  := -lz -lpcre2-8 -lcrypto
CMD_LIBS  := -lpcap
Q         := $(if $(V),,@)

LIB_DIRS  := core proto proto/common codec crypto filter print capture
LIB_SRC   := $(foreach d,$(LIB_DIRS),$(wildcard src/$(d)/*.c)) $(wildcard src/proto/tls/*.c)
CMD_SRC   := $(wildcard src/cmd/*.c)
LIB_OBJ   := $(LIB_SRC:%.c=$(B)/%.o)
CMD_OBJ   := $(CMD_SRC:%.c=$(B)/%.o)

all: $(B)/wiretale $(B)/libwiretale.a $(B)/libwiretale.so

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(if $(V),,@echo "  CC    $<")
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(B)/libwiretale.a: $(LIB_OBJ)
	$(if $(V),,@echo "  AR    $@")
	$(Q)rm -f $@ && ar rcs $@ $^

$(B)/libwiretale.so: $(LIB_OBJ)
	$(if $(V),,@echo "  LD    $@")
	$(Q)$(CC) $(LDFLAGS) -shared -Wl,-soname,libwiretale.so.$(SOVERSION) -o $@.$(SOVERSION) $^ $(LIB_LIBS) -lpcap
	$(Q)ln -sf $(@F).$(SOVERSION) $@

$(B)/wiretale: $(CMD_OBJ) $(B)/libwiretale.a
	$(if $(V),,@echo "  LD    $@")
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIB_LIBS) $(CMD_LIBS)

clean:
	rm -rf $(B)

-include $(LIB_OBJ:.o=.d) $(CMD_OBJ:.o=.d)
.PHONY: all clean
