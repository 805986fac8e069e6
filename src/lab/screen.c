/* screen.c - one screen after the other. */
#include "lab/screen.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "print/escape.h"

/* ---- the terminal ----------------------------------------------------------------------- */

static const char restore[] = "\033[0m\033[?25h\033[?1049l";

/* Signals come as something to be read, so that the terminal is put back however the program ends. */
bool screen_begin(screen *s) {
    sigset_t wanted;
    s->signals = -1;
    if (s->keys)
        return true;
    if (tcgetattr(STDIN_FILENO, &s->before) != 0)
        return false;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGTERM);
    sigaddset(&wanted, SIGHUP);
    sigaddset(&wanted, SIGWINCH);
    sigprocmask(SIG_BLOCK, &wanted, NULL);
    s->signals = signalfd(-1, &wanted, SFD_CLOEXEC);
    struct termios raw = s->before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
    raw.c_iflag &= ~(tcflag_t)(ICRNL | IXON);
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
    if (s->terminal)
        fputs("\033[?1049h\033[?25l", s->to);
    screen_measure(s);
    return true;
}

void screen_end(screen *s) {
    if (s->keys)
        return;
    if (s->terminal)
        fputs(restore, s->to);
    fflush(s->to);
    tcsetattr(STDIN_FILENO, TCSANOW, &s->before);
    if (s->signals >= 0)
        close(s->signals);
}

void screen_measure(screen *s) {
    struct winsize w;
    if (!s->terminal || ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) != 0)
        return;
    s->columns = w.ws_col < SCREEN_COLUMNS ? SCREEN_COLUMNS : w.ws_col;
    s->rows = w.ws_row < SCREEN_ROWS ? SCREEN_ROWS : w.ws_row;
}

unsigned screen_width(const screen *s) { return s->columns < SCREEN_TEXT ? s->columns : SCREEN_TEXT; }
unsigned screen_room(const screen *s) { return s->rows - SCREEN_FRAME; }

/* ---- drawing ---------------------------------------------------------------------------- */

unsigned screen_lines(const char *text) {
    unsigned n = 0;
    for (; *text; text++)
        n += *text == '\n' || text[1] == 0;
    return n;
}

static void blanks(const screen *s, unsigned n) { fprintf(s->to, "%*s", (int)n, ""); }

/* Left and right in one line, as wide as the text; the right one stays whole. */
static void bar(const screen *s, const char *left, const char *right, bool strong) {
    unsigned width = screen_width(s), r = wt_columns(right, strlen(right)), l = wt_columns(left, strlen(left));
    size_t n = strlen(left);
    while (l + r + 1 > width && n) {           /* cut at whole characters */
        do
            n--;
        while (n && ((unsigned char)left[n] & 0xc0) == 0x80);
        l = wt_columns(left, n);
    }
    fprintf(s->to, "%s%.*s", s->color && strong ? "\033[1m" : "", (int)n, left);
    blanks(s, width > l + r ? width - l - r : 0);
    fprintf(s->to, "%s%s", right, s->color ? "\033[0m" : "");
}

static void rule(const screen *s) {
    for (unsigned i = 0; i < screen_width(s); i++)
        fputs("─", s->to);
    fputc('\n', s->to);
}

/* The lines that are to be seen, and empty ones behind them on a terminal. */
static void body(const screen *s, const char *text, unsigned from, unsigned margin) {
    unsigned room = s->prose ? ~0u : screen_room(s), n = 0;
    for (; from && *text; from--)
        text += strcspn(text, "\n") + (text[strcspn(text, "\n")] == '\n');
    for (; *text && n < room; n++) {
        size_t line = strcspn(text, "\n");
        blanks(s, margin);
        fprintf(s->to, "%.*s\n", (int)line, text);
        text += line + (text[line] == '\n');
    }
    if (s->color)
        fputs("\033[0m", s->to);
    for (; s->terminal && n < room; n++)
        fputc('\n', s->to);
}

void screen_draw(screen *s, const char *head, const char *head_right, const char *text, unsigned from, const char *foot,
                 const char *foot_right) {
    unsigned margin = (s->columns - screen_width(s)) / 2;
    if (!s->to)
        return;
    if (s->terminal)
        fputs("\033[0m\033[H\033[2J", s->to);
    else if (s->count)
        fputs("\f\n", s->to);
    s->count++;
    if (s->prose) {
        fprintf(s->to, "%s %s\n", head, head_right);
        body(s, text, from, 0);
        fflush(s->to);
        return;
    }
    blanks(s, margin);
    bar(s, head, head_right, true);
    fputc('\n', s->to);
    blanks(s, margin);
    rule(s);
    body(s, text, from, margin);
    blanks(s, margin);
    rule(s);
    blanks(s, margin);
    bar(s, foot, foot_right, false);
    if (!s->terminal)
        fputc('\n', s->to);
    fflush(s->to);
}

/* ---- keys ------------------------------------------------------------------------------- */

/* Blanks, ends of lines and what stands behind a # are there for who reads the file. */
static int from_file(FILE *f, bool typing) {
    int c;
    while ((c = fgetc(f)) == '\n' || c == '\r' || (c == ' ' && !typing) || c == '#')
        while (c == '#' && (c = fgetc(f)) != '\n' && c != EOF)
            c = '#';
    return c == EOF ? KEY_END : c == '>' ? KEY_NEXT : c == '<' ? KEY_BACK : c;
}

/* What follows Esc at once; a person is not as quick. */
static bool follows(char *c) {
    enum { AT_ONCE_MS = 50 };
    struct pollfd from = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&from, 1, AT_ONCE_MS) == 1 && read(STDIN_FILENO, c, 1) == 1;
}

/* An arrow or a page key comes as a sequence of its own; Esc alone means nothing. */
static int sequence(void) {
    char c[3] = {0};
    if (!follows(c) || c[0] != '[' || !follows(c + 1) || (strchr("56", c[1]) && !follows(c + 2)))
        return 0;
    return strchr("CB6", c[1]) ? KEY_NEXT : strchr("DA5", c[1]) ? KEY_BACK : 0;
}

static int from_keyboard(bool typing) {
    unsigned char c;
    if (read(STDIN_FILENO, &c, 1) != 1 || c == 3 || c == 4)
        return KEY_END;
    if (c == 033)
        return sequence();
    if (c == '\r' || c == '\n' || c == '>' || (c == ' ' && !typing))
        return KEY_NEXT;
    return c == 127 || c == 8 || c == '<' ? KEY_BACK : c;
}

void screen_forget_keys(screen *s) {
    if (!s->keys)
        tcflush(STDIN_FILENO, TCIFLUSH);
}

int screen_key(screen *s, bool typing) {
    struct pollfd from[2] = {{.fd = STDIN_FILENO, .events = POLLIN}, {.fd = s->signals, .events = POLLIN}};
    struct signalfd_siginfo signal;
    if (s->keys)
        return from_file(s->keys, typing);
    if (poll(from, 2, -1) < 0)
        return errno == EINTR ? KEY_RESIZED : KEY_END;
    if (!(from[1].revents & POLLIN))
        return from_keyboard(typing);
    if (read(s->signals, &signal, sizeof signal) != sizeof signal || signal.ssi_signo != SIGWINCH)
        return KEY_END;
    screen_measure(s);
    return KEY_RESIZED;
}
