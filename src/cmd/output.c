/* output.c - standard output, or a file that appears whole or not at all. */
#include "cmd/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd/cmd.h"

static int cannot(const char *name, int error) {
    return say_problem(STATUS_OUTPUT, "Check the folder that it shall be in.", "cannot write %s: %s", name,
                       strerror(error));
}

int output_open(output *o, const char *name) {
    *o = (output){.fd = 1, .name = name && strcmp(name, "-") != 0 ? name : NULL};
    struct stat about;
    bool there = o->name && stat(name, &about) == 0;
    if (there && S_ISDIR(about.st_mode)) {
        o->fd = -1;
        return say_problem(STATUS_OUTPUT, "Name a file in it.", "%s is a directory", name);
    }
    if (there && !S_ISREG(about.st_mode)) {        /* a pipe or device stays what it is */
        o->fd = open(name, O_WRONLY | O_CLOEXEC);
        if (o->fd < 0)
            return cannot(name, errno);
    } else if (o->name) {
        int n = snprintf(o->unfinished, sizeof o->unfinished, "%s.XXXXXX", name);
        o->fd = n > 0 && (size_t)n < sizeof o->unfinished ? mkstemp(o->unfinished) : -1;
        if (o->fd < 0)
            return cannot(name, n > 0 && (size_t)n < sizeof o->unfinished ? errno : ENAMETOOLONG);
    }
    o->to = wt_out_new(o->fd);
    return o->to ? 0 : say_problem(STATUS_MEMORY, NULL, "out of memory");
}

void output_private(output *o) { o->private = true; }

/* Until now only its owner could read it; that stays so if there are secrets in it. */
static bool set_mode(const output *o) {
    if (!o->unfinished[0] || o->private)
        return true;
    mode_t mask = umask(0);
    umask(mask);
    return fchmod(o->fd, 0666 & ~mask) == 0;
}

int output_close(output *o) {
    bool written = wt_out_flush(o->to);
    int error = wt_out_error(o->to), status = 0;
    wt_out_free(o->to);
    if (!o->name)
        return written || error == EPIPE ? 0 : say_problem(STATUS_OUTPUT, NULL, "cannot write the output: %s",
                                                            strerror(error));
    if (written && !set_mode(o)) {
        written = false;
        error = errno;
    }
    if (close(o->fd) != 0 && written) {
        written = false;
        error = errno;
    }
    if (!written)
        status = cannot(o->name, error);
    else if (o->unfinished[0] && rename(o->unfinished, o->name) != 0)
        status = cannot(o->name, errno);
    if (status && o->unfinished[0])
        unlink(o->unfinished);
    return status;
}

void output_drop(output *o) {
    wt_out_free(o->to);
    if (!o->name)
        return;
    close(o->fd);
    if (o->unfinished[0])
        unlink(o->unfinished);
}
