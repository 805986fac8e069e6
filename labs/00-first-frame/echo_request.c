/* echo_request.c - a ping of one's own: one ICMP echo request, one reply.
 *
 *     echo_request ADDRESS BYTES
 *
 * Linux lets ordinary programs ask for ICMP by a datagram socket: the kernel fills in the identifier and the checksum,
 * and gives us only the replies to our own requests. */
#include <arpa/inet.h>
#include <netinet/ip_icmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>

enum { MOST = 1400, PATIENCE_S = 3 };

static double now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int problem(const char *what) {
    perror(what);
    return 1;
}

int main(int argc, char **argv) {
    /* The message: eight bytes of header, then the data. */
    struct {
        struct icmphdr header;
        unsigned char data[MOST];
    } message = {.header = {.type = ICMP_ECHO, .un.echo.sequence = htons(1)}}, answer;
    struct sockaddr_in to = {.sin_family = AF_INET};

    unsigned long size = argc == 3 ? strtoul(argv[2], NULL, 10) : MOST + 1;
    if (size > MOST || inet_pton(AF_INET, argv[1], &to.sin_addr) != 1) {
        fprintf(stderr, "usage: echo_request ADDRESS BYTES   (at most %d bytes)\n", MOST);
        return 2;
    }
    memset(message.data, 'w', size);

    int s = socket(AF_INET, SOCK_DGRAM, IPPROTO_ICMP);
    if (s < 0)
        return problem("echo_request: socket");
    struct timeval patience = {.tv_sec = PATIENCE_S};
    setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);

    double begin = now_ms();
    if (sendto(s, &message, sizeof message.header + size, 0, (struct sockaddr *)&to, sizeof to) < 0)
        return problem("echo_request: send");
    ssize_t n = recv(s, &answer, sizeof answer, 0);
    if (n < 0)
        return problem("echo_request: no reply");

    /* The reply brings our own data back. */
    int same = (size_t)n == sizeof answer.header + size && memcmp(answer.data, message.data, size) == 0;
    printf("%s after %.2f ms: %zd bytes of ICMP, data %s\n",
           answer.header.type == ICMP_ECHOREPLY ? "echo reply" : "something else", now_ms() - begin, n,
           same ? "unchanged" : "changed");
    return same ? 0 : 1;
}
