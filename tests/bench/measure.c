/* measure.c - run a command, its output into a file, and print what it cost:
 *
 *     measure FILE COMMAND…      user, system and elapsed seconds, peak memory in KiB, exit status, bytes written
 *
 * This is a program of its own because a child's peak begins with that of the program that started it. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    struct rusage used;
    struct stat st;
    int status;
    if (argc < 3)
        return 2;
    int fd = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (fd < 0) {
        perror(argv[1]);
        return 1;
    }
    double start = now();
    pid_t child = fork();
    if (child == 0) {
        dup2(fd, 1);
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &used) != child) {
        perror("measure");
        return 1;
    }
    double elapsed = now() - start;
    if (fstat(fd, &st)) {
        perror(argv[1]);
        return 1;
    }
    printf("%.6f %.6f %.6f %ld %d %lld\n", seconds(used.ru_utime), seconds(used.ru_stime), elapsed, used.ru_maxrss,
           WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), (long long)st.st_size);
    return 0;
}
