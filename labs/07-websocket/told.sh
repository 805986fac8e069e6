#!/bin/sh
# told.sh PATTERN: waits until ann's page has written a line like that, and shows it.
until grep -E "$1" "$LAB/page.log"; do
    sleep 0.05
done
