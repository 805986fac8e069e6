/* story.h - a tale in sentences: who was looked up, who opened to whom, what was negotiated, asked and answered, how
 * long it took, what went wrong and the likely why.  Each sentence names the frames that show what it says. */
#ifndef WT_TELL_STORY_H
#define WT_TELL_STORY_H

#include "print/out.h"
#include "tell/polling.h"
#include "tell/tale.h"

enum { WT_SENTENCE_FRAMES = 6, WT_STORY_FIRST = 6, WT_STORY_LAST = 2, WT_STORY_CHAPTERS = 60 };

/* What went wrong; WT_WRONG_NOTHING: nothing did. */
enum wt_wrong {
    WT_WRONG_NOTHING,
    WT_WRONG_REFUSED,
    WT_WRONG_SILENT,
    WT_WRONG_UNREACHABLE,
    WT_WRONG_RESET,
    WT_WRONG_CERTIFICATE,
    WT_WRONG_TLS,
    WT_WRONG_LOSS,
    WT_WRONG_WINDOW,
    WT_WRONG_SLOW,
    WT_WRONG_NAME,
    WT_WRONG_UNANSWERED,
    WT_WRONG_CUT,
    WT_WRONG_STATUS,
    WT_WRONG_MISSING,
    WT_WRONG_COUNT
};

/* A phase of a connection, and the frames between which it lies; frame 0: there was none. */
enum wt_phase { WT_PHASE_DNS, WT_PHASE_CONNECT, WT_PHASE_TLS, WT_PHASE_WAIT, WT_PHASE_TRANSFER, WT_PHASES };
typedef struct wt_span {
    uint64_t from, to;
    int64_t ns;                            /* wait and transfer: over all requests */
} wt_span;

typedef struct wt_sentence {
    uint64_t frame[WT_SENTENCE_FRAMES];
    uint32_t frames;
    uint32_t text, text_len, why, why_len; /* in the story's text; why: the likely reason, length 0: none */
    uint8_t wrong;
} wt_sentence;

/* What belongs together: a connection, or everything of one kind that is none. */
typedef struct wt_chapter {
    uint32_t title, title_len, talk;       /* talk: WT_NO if it is no connection */
    uint32_t first, count;                 /* its sentences */
    uint64_t begins;                       /* in that frame */
    wt_span phase[WT_PHASES];
    uint32_t requests;
} wt_chapter;

typedef struct wt_story {
    const wt_tale *tale;
    const wt_polling *polling;
    wt_sentence *sentences;
    wt_chapter *chapters;
    char *words;
    uint32_t count, cap, chapter_count, chapter_cap, words_len, words_cap;
    uint32_t wrong, told, folded;          /* folded: chapters that went well and are left out, as there are many */
    bool out_of_memory, all, chosen;       /* chosen: a filter took frames away */
} wt_story;

/* `all`: nothing folded.  NULL if memory ran out. */
wt_story *wt_story_new(const wt_tale *tale, const wt_polling *polling, bool all);
void wt_story_free(wt_story *s);
void wt_story_text(const wt_story *s, wt_out *out, const wt_print_options *options);
void wt_story_json(const wt_story *s, wt_out *out);
/* "reset": what went wrong in a word; "" for nothing. */
const char *wt_wrong_name(uint8_t wrong);
const char *wt_phase_name(int phase);

/* ---- inside ----------------------------------------------------------------------------- */

/* A sentence being written. */
typedef struct wt_draft {
    char text[1024], why[400];
    wt_text t, w;
    uint64_t frame[WT_SENTENCE_FRAMES];
    uint32_t frames;
    uint8_t wrong;
} wt_draft;

void wt_draft_begin(wt_draft *d);
/* Name a frame (0: none; one named already: not again). */
void wt_draft_show(wt_draft *d, uint64_t frame);
void wt_draft_prove(wt_draft *d, const wt_proofs *p);
/* The sentence is done: its end, and the story has it. */
void wt_draft_end(wt_story *s, wt_draft *d);
void wt_draft_host(const wt_story *s, wt_draft *d, uint16_t host);
/* The same by its address only. */
void wt_draft_address(const wt_story *s, wt_draft *d, uint16_t host);
void wt_draft_kept(const wt_story *s, wt_draft *d, uint32_t at, uint32_t n);
void wt_draft_time(wt_draft *d, int64_t ns);
/* "3 segments" */
void wt_draft_count(wt_draft *d, uint64_t n, const char *one, const char *many);
void wt_draft_say(wt_draft *d, const char *text);

/* story_tcp.c: how it was opened; what was lost; how it ended.  story_app.c: TLS; requests; other protocols. */
void wt_story_opening(wt_story *s, wt_chapter *c, const wt_talk *k);
void wt_story_trouble(wt_story *s, const wt_talk *k);
void wt_story_ending(wt_story *s, const wt_talk *k);
void wt_story_tls(wt_story *s, wt_chapter *c, const wt_talk *k);
void wt_story_requests(wt_story *s, wt_chapter *c, const wt_talk *k);
void wt_story_speaking(wt_story *s, const wt_talk *k);
void wt_story_lookup(wt_story *s, const wt_lookup *l);

#endif
