/* pcap_loop.c - the least that reading a capture can cost with libpcap: every frame is fetched, nothing is
 * done with it but to add up its lengths. */
#include <pcap/pcap.h>
#include <stdio.h>

static void count(u_char *user, const struct pcap_pkthdr *h, const u_char *bytes) {
    unsigned long long *sums = (unsigned long long *)user;
    (void)bytes;
    sums[0]++;
    sums[1] += h->len;
}

int main(int argc, char **argv) {
    char error[PCAP_ERRBUF_SIZE];
    unsigned long long sums[2] = {0};
    pcap_t *p = argc == 2 ? pcap_open_offline(argv[1], error) : NULL;
    if (!p || pcap_loop(p, -1, count, (u_char *)sums) != 0) {
        fprintf(stderr, "pcap_loop: %s\n", p ? pcap_geterr(p) : argc == 2 ? error : "name a file");
        return 1;
    }
    printf("%llu frames, %llu bytes\n", sums[0], sums[1]);
    pcap_close(p);
    return 0;
}
