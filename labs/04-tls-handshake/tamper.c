/* tamper.c - somebody on the way: passes TLS records on, and changes one bit of one of them.
 *
 *     tamper PORT ADDRESS THERE N
 *
 * takes one connection at PORT and passes it on to port THERE of ADDRESS.  In the client's Nth record that looks like
 * application data it turns one bit over.  It has no key: it can't tell what it changes. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

enum { HEADER = 5, LONGEST = 16384 + 256, LOOKS_LIKE_DATA = 23 };

static int fail(const char *what) {
    perror(what);
    return 1;
}

static int take_one(int port) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    int s = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    return bind(s, (struct sockaddr *)&at, sizeof at) == 0 && listen(s, 1) == 0 ? accept(s, NULL, NULL) : -1;
}

static int connect_to(const char *address, int port) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    int s = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, address, &to.sin_addr);
    return connect(s, (struct sockaddr *)&to, sizeof to) == 0 ? s : -1;
}

/* A record: five bytes that say what it is and how long, then that much.  Its length with them, or 0 at the end. */
static size_t read_record(int s, unsigned char *record) {
    if (recv(s, record, HEADER, MSG_WAITALL) != HEADER)
        return 0;
    size_t n = (size_t)record[3] << 8 | record[4];
    return n <= LONGEST && recv(s, record + HEADER, n, MSG_WAITALL) == (ssize_t)n ? HEADER + n : 0;
}

int main(int argc, char **argv) {
    unsigned char record[HEADER + LONGEST];
    int client = argc == 5 ? take_one(atoi(argv[1])) : -1,
        server = client >= 0 ? connect_to(argv[2], atoi(argv[3])) : -1;
    int left = server >= 0 ? atoi(argv[4]) : 0;
    if (server < 0)
        return fail("tamper PORT ADDRESS THERE N");
    struct pollfd from[2] = {{.fd = client, .events = POLLIN}, {.fd = server, .events = POLLIN}};
    while (poll(from, 2, -1) > 0) {
        int of_client = from[0].revents != 0;
        size_t n = read_record(of_client ? client : server, record);
        if (n == 0)
            break;
        if (of_client && record[0] == LOOKS_LIKE_DATA && --left == 0)
            record[HEADER] ^= 1;
        if (write(of_client ? server : client, record, n) != (ssize_t)n)
            return fail("write");
    }
    close(server);
    close(client);
    return 0;
}
