# wiretale: `make` builds build/wiretale and the library; `make help` lists the rest.
VERSION   := 0.1.0
SOVERSION := 0
CC        ?= cc
B         ?= build
OPT       ?= -O2 -g
PREFIX    ?= /usr/local
WARN      := -Wall -Wextra -Wconversion -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes
CPPFLAGS  += -Iinclude -Isrc -D_GNU_SOURCE -DWT_VERSION='"$(VERSION)"'
CFLAGS    += -std=c11 $(OPT) $(WARN) -fPIC -fvisibility=hidden $(SANITIZE)
LDFLAGS   += $(SANITIZE)
LIB_LIBS  := -pthread -lz -lbrotlidec -lzstd -lpcre2-8 -lcrypto
CMD_LIBS  := -lpcap -lcyaml -lm
Q         := $(if $(V),,@)
say        = $(if $(V),,@echo "  $(1)")

LIB_DIRS  := core proto proto/common proto/tls proto/http2 proto/x509 proto/lldp proto/sctp proto/wlan proto/ppp codec crypto filter print tell capture
LIB_SRC   := $(foreach d,$(LIB_DIRS),$(wildcard src/$(d)/*.c))
LAB_SRC   := $(wildcard src/lab/*.c)
CMD_SRC   := $(wildcard src/cmd/*.c)
UNIT_SRC  := $(wildcard tests/unit/test_*.c)
LIB_OBJ   := $(LIB_SRC:%.c=$(B)/%.o)
LAB_OBJ   := $(LAB_SRC:%.c=$(B)/%.o)
CMD_OBJ   := $(CMD_SRC:%.c=$(B)/%.o)
LAB_PROGRAMS := $(patsubst %.c,$(B)/%,$(wildcard labs/[0-9]*/*.c))
UNIT      := $(UNIT_SRC:%.c=$(B)/%)

all: $(B)/wiretale $(B)/libwiretale.a $(B)/libwiretale.so $(LAB_PROGRAMS)

help:
	@echo "make            build $(B)/wiretale, $(B)/libwiretale.a and .so"
	@echo "make demo       record a real HTTP and HTTPS exchange and print every frame, explained"
	@echo "make test       build and run the tests"
	@echo "make check      everything: the tests, again under sanitizers and valgrind, and a minute of each fuzzer"
	@echo "make sanitize   the tests again with AddressSanitizer and UndefinedBehaviorSanitizer"
	@echo "make fuzz       a minute of each fuzzer (FUZZ_SECONDS=60)"
	@echo "make bench      measure against tcpdump, tshark and libpcap; write docs/performance.md (bench-load: record anew)"
	@echo "make deps       install what is missing, with apt (the targets above do this themselves)"
	@echo "make reference  write docs/reference/ from the field tables"
	@echo "make new-protocol NAME=greet ON=udp.port:7007   write a protocol's skeleton, its test and its golden page"
	@echo "make captures   record the captures that tests and labs use anew"
	@echo "make install    copy program, library and headers below PREFIX ($(PREFIX))"
	@echo "make clean      remove $(B)"
	@echo "V=1 shows every command; B=DIR builds elsewhere."

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC    $<)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c $< -o $@

$(B)/libwiretale.a: $(LIB_OBJ)
	$(call say,AR    $@)
	$(Q)rm -f $@ && ar rcs $@ $^

$(B)/libwiretale.so: $(LIB_OBJ)
	$(call say,LD    $@)
	$(Q)$(CC) $(LDFLAGS) -shared -Wl,-soname,libwiretale.so.$(SOVERSION) -o $@.$(SOVERSION) $^ $(LIB_LIBS) -lpcap
	$(Q)ln -sf $(@F).$(SOVERSION) $@

# Labs are the program's, not the library's.
$(B)/liblab.a: $(LAB_OBJ)
	$(call say,AR    $@)
	$(Q)rm -f $@ && ar rcs $@ $^

$(B)/wiretale: $(CMD_OBJ) $(B)/liblab.a $(B)/libwiretale.a
	$(call say,LD    $@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIB_LIBS) $(CMD_LIBS)

# The labs' own small programs: each labs/NN-topic/NAME.c is one.
$(B)/labs/%: labs/%.c
	@mkdir -p $(@D)
	$(call say,CC    $<)
	$(Q)$(CC) -std=c11 -D_GNU_SOURCE -O2 -g $(WARN) -MMD -MF $@.d -MT $@ -o $@ $< -Wl,--as-needed -lssl -lcrypto -lz -lnghttp2 -lwebsockets

# ---- tests: each tests/unit/test_NAME.c is one program

$(B)/tests/unit/%: $(B)/tests/unit/%.o $(B)/liblab.a $(B)/libwiretale.a
	$(call say,LD    $@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ -lcmocka -lnghttp2 $(LIB_LIBS) $(CMD_LIBS)

# What is missing is installed first, so the build is a second make.
deps:
	@tests/tools/install.sh all

test:
	@tests/tools/install.sh test
	@$(MAKE) --no-print-directory run-tests

run-tests: all $(UNIT)
	$(Q)B=$(B) tests/tools/frames.py
	$(Q)B=$(B) tests/tools/run-tests.sh

# Record a real HTTP and HTTPS exchange in a network of its own, and print it.
demo:
	@tests/tools/install.sh demo
	@$(MAKE) --no-print-directory all
	@B=$(B) sh labs/demo/demo.sh

SAN := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
sanitize:
	@$(MAKE) --no-print-directory B=$(B)/sanitize OPT='-O1 -g' SANITIZE='$(SAN)' run-tests

# ---- fuzzing: each tests/fuzz/fuzz_NAME.c runs FUZZ_SECONDS, beginning from our own captures

FUZZ_SECONDS ?= 60
FUZZ := $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/fuzz_*.c))

FUZZ_SAN := address,undefined -fno-sanitize-recover=undefined
fuzz:
	@tests/tools/install.sh check
	@$(MAKE) --no-print-directory B=$(B)/fuzz CC=clang OPT='-O1 -g' WARN= SANITIZE='-fsanitize=fuzzer-no-link,$(FUZZ_SAN)' \
	    $(B)/fuzz/libwiretale.a
	@B=$(B)/fuzz tests/tools/seeds.py $(B)/fuzz/fuzz_frames.seeds
	@mkdir -p $(B)/fuzz/fuzz_lanes.seeds && cp $(B)/fuzz/fuzz_frames.seeds/* $(B)/fuzz/fuzz_lanes.seeds
	@for f in $(FUZZ); do \
	    mkdir -p $(B)/fuzz/$$f.seeds && echo "  FUZZ  $$f, $(FUZZ_SECONDS) s" && \
	    clang $(CPPFLAGS) -std=c11 -O1 -g -fsanitize=fuzzer,$(FUZZ_SAN) \
	        -o $(B)/fuzz/$$f tests/fuzz/$$f.c $(B)/fuzz/libwiretale.a $(LIB_LIBS) -lpcap && \
	    $(B)/fuzz/$$f -max_total_time=$(FUZZ_SECONDS) -max_len=16384 -timeout=10 -rss_limit_mb=1024 \
	        -artifact_prefix=$(B)/fuzz/ $(B)/fuzz/$$f.seeds captures >$(B)/fuzz/$$f.log 2>&1 || \
	        { tail -40 $(B)/fuzz/$$f.log; exit 1; }; \
	done

# ---- bench: our own load, recorded once into $(B)/bench, then read by us, tcpdump, tshark and libpcap alone

BENCH_PROGRAMS := $(B)/bench/load $(B)/bench/measure $(B)/bench/pcap_loop
BENCH_MIXES ?= http connections udp download http2 tls-handshakes tls-requests tls-bulk websocket

$(B)/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(call say,CC    $<)
	$(Q)$(CC) -D_GNU_SOURCE -std=c11 -O2 $(WARN) -o $@ $< -pthread -lpcap -lssl -lcrypto

bench:
	@tests/tools/install.sh bench
	@$(MAKE) --no-print-directory all $(BENCH_PROGRAMS)
	@B=$(B) tests/bench/load.sh $(foreach m,$(BENCH_MIXES),$(if $(wildcard $(B)/bench/$(m)-part.pcap),,$(m)))
	@B=$(B) BENCH_MIXES="$(BENCH_MIXES)" tests/bench/bench.py

bench-load:
	@tests/tools/install.sh bench
	@$(MAKE) --no-print-directory all $(BENCH_PROGRAMS)
	@B=$(B) tests/bench/load.sh $(BENCH_MIXES)

# Memory, by another tool than the sanitizers: every golden page's commands under valgrind.
valgrind: all
	@tests/tools/install.sh check
	$(Q)B=$(B) WRAPPER='valgrind -q --error-exitcode=99 --leak-check=full' tests/suites/golden

check:
	@CHECK=1 TEST_SECONDS=7200 $(MAKE) --no-print-directory test
	@$(MAKE) --no-print-directory sanitize
	@$(MAKE) --no-print-directory valgrind
	@$(MAKE) --no-print-directory fuzz

# The pages of docs/reference/, from the field tables.
reference: all
	$(Q)rm -rf docs/reference && $(B)/wiretale fields --markdown docs/reference

# A skeleton to begin from: docs/add-a-protocol.md.
new-protocol:
	@tests/tools/new-protocol.py "$(NAME)" "$(ON)"

# What captures/ holds, recorded anew, and the list of it.
captures: all
	$(Q)B=$(B) captures/record.sh
	$(Q)B=$(B) UPDATE=1 tests/suites/captures

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib $(DESTDIR)$(PREFIX)/include/wiretale
	install -m 755 $(B)/wiretale $(DESTDIR)$(PREFIX)/bin/
	install -m 644 $(B)/libwiretale.a $(B)/libwiretale.so.$(SOVERSION) $(DESTDIR)$(PREFIX)/lib/
	ln -sf libwiretale.so.$(SOVERSION) $(DESTDIR)$(PREFIX)/lib/libwiretale.so
	install -m 644 include/wiretale/*.h $(DESTDIR)$(PREFIX)/include/wiretale/
	install -d $(DESTDIR)$(PREFIX)/share/wiretale/labs/common
	cp -p labs/common/* $(DESTDIR)$(PREFIX)/share/wiretale/labs/common/
	install -d $(DESTDIR)$(PREFIX)/share/wiretale/labs && install -m 644 labs/*.md $(DESTDIR)$(PREFIX)/share/wiretale/labs/
	for l in $(notdir $(patsubst %/,%,$(dir $(wildcard labs/[0-9]*/lab.yaml)))); do \
	    install -d $(DESTDIR)$(PREFIX)/share/wiretale/labs/$$l $(DESTDIR)$(PREFIX)/share/wiretale/captures \
	        $(DESTDIR)$(PREFIX)/lib/wiretale/labs/$$l && \
	    cp -p labs/$$l/* $(DESTDIR)$(PREFIX)/share/wiretale/labs/$$l/ && \
	    install -m 644 captures/$$l.pcapng $(DESTDIR)$(PREFIX)/share/wiretale/captures/ && \
	    for p in $(B)/labs/$$l/*; do [ ! -x $$p ] || install -m 755 $$p $(DESTDIR)$(PREFIX)/lib/wiretale/labs/$$l/; done || exit 1; \
	done

clean:
	rm -rf $(B)

-include $(LIB_OBJ:.o=.d) $(LAB_OBJ:.o=.d) $(CMD_OBJ:.o=.d) $(UNIT:=.d) $(LAB_PROGRAMS:=.d)
.SECONDARY:
.PHONY: all help deps demo test run-tests sanitize valgrind fuzz bench bench-load check reference new-protocol captures install clean
