#!/bin/sh
# run-tests.sh: run every test of the build in $B, print what fails and a line of totals.
# Every test is a program that speaks TAP ("ok 1 - name", "not ok 2 - name", "# SKIP").
# One that runs longer than $TEST_SECONDS hangs, and fails.
set -u
B=${B-build}
export B CMOCKA_MESSAGE_OUTPUT=TAP
passed=0 failed=0 skipped=0
out=$(mktemp) || exit 1
trap 'rm -f "$out"' EXIT
trap 'exit 1' INT TERM

for program in "$B"/tests/unit/test_* tests/suites/*; do
    [ -x "$program" ] && [ -f "$program" ] || continue
    timeout -k 10 "${TEST_SECONDS-900}" "$program" >"$out" 2>&1
    status=$?
    # cmocka writes a skipped test as "not ok N # SKIP"
    s=$(grep -cE '^(not )?ok .*# SKIP' "$out")
    p=$(grep -E '^ok ' "$out" | grep -vc '# SKIP')
    f=$(grep -E '^not ok ' "$out" | grep -vc '# SKIP')
    if [ $status -ne 0 ] && [ "$f" -eq 0 ]; then
        f=1
        echo "not ok - $program ended with status $status" >>"$out"
    fi
    if [ "$p" -eq 0 ] && [ "$f" -eq 0 ] && [ "$s" -eq 0 ]; then
        f=1
        echo "not ok - $program ran no test" >>"$out"
    fi
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
    printf '  %-6s%s (%d tests)\n' "$([ "$f" -eq 0 ] && echo ok || echo FAILED)" "${program#"$B"/}" $((p + f + s))
    if [ "$f" -gt 0 ]; then
        grep -vE '^(ok |not ok .*# SKIP|[0-9]+\.\.)' "$out" | tail -n 200
    else
        grep '# SKIP' "$out" | sed 's/^\(not \)\?ok [0-9]*/        skipped/'
    fi
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
