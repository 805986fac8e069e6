#!/bin/sh
# nat.sh: what leaves by wan gets the router's own address; answers find their way back.
nft -f - <<END
table ip nat {
    chain postrouting {
        type nat hook postrouting priority srcnat;
        oifname "wan" masquerade
    }
}
END
