/* chat_friend.c - somebody who has much to say: N messages, on average so many a second.
 *
 *     chat_friend SERVER PORT RATE COUNT SEED
 *
 * Each is a POST on one connection.  The pauses are between half and one and a half times the average; the same seed
 * makes the same ones. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static const char *const sayings[] = {"Are you there?", "Shall we meet at eight?", "At the station, as always.",
                                      "Bring the map, please.", "It rains.",
                                      "I have found the book that you were looking for.", "Did you see the news?",
                                      "No hurry.", "Ask Maria, she knows the way.", "See you!"};

int main(int argc, char **argv) {
    struct sockaddr_in server = {.sin_family = AF_INET};
    if (argc != 6 || inet_pton(AF_INET, argv[1], &server.sin_addr) != 1) {
        fputs("chat_friend SERVER PORT RATE COUNT SEED\n", stderr);
        return 1;
    }
    server.sin_port = htons((unsigned short)atoi(argv[2]));
    double rate = strtod(argv[3], NULL);
    int count = atoi(argv[4]), one = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
    unsigned seed = (unsigned)atoi(argv[5]);
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (connect(fd, (struct sockaddr *)&server, sizeof server) < 0) {
        perror("chat_friend");
        return 1;
    }
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    at.tv_sec++;                                /* a breath first: everybody is listening by then */
    for (int i = 1; i <= count; i++) {
        char body[160], out[400], answer[400];
        double pause = (0.5 + (double)rand_r(&seed) / RAND_MAX) / rate;
        long ns = at.tv_nsec + (long)(pause * 1e9);
        at.tv_sec += ns / 1000000000;
        at.tv_nsec = ns % 1000000000;
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL);
        int n = snprintf(body, sizeof body, "{\"text\":\"%s/%d %s\"}", argv[3], i, sayings[rand_r(&seed) % 10]);
        n = snprintf(out, sizeof out,
                     "POST /messages HTTP/1.1\r\nHost: %s\r\n"
                     "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", argv[1], n, body);
        if (send(fd, out, (size_t)n, MSG_NOSIGNAL) != n || recv(fd, answer, sizeof answer, 0) <= 0) {
            perror("chat_friend");
            return 1;
        }
    }
    printf("said %d\n", count);
    close(fd);
    return 0;
}
