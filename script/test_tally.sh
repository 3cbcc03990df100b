# Runs one suite after the other, reads each one's counts from its output and adds them up. Sourced by script/test.
tally_passed=0 tally_failed=0 tally_skipped=0
tally_broken=()
results_folder=build/test-results
mkdir -p "$results_folder"

# The last number that a pattern with one group finds in a log, or 0.
number_in() {
    local found
    found=$(sed -nE "s/$2/\1/p" "$1" | tail -n 1)
    echo "${found:-0}"
}

# The number before a word on vitest's line "Tests  1 failed | 11 passed | 2 skipped (14)".
vitest_count() {
    local found
    found=$(grep -E '^ *Tests ' "$1" | tail -n 1 | grep -oE "[0-9]+ $2" | grep -oE '[0-9]+') || true
    echo "${found:-0}"
}

# run_suite name kind command...: kind says how the output counts (googletest, vitest, node_test, exit_code).
run_suite() {
    local name=$1 kind=$2 log passed=0 failed=0 skipped=0 code=0 began=$SECONDS
    shift 2
    log="$results_folder/${name//[ ()]/_}.log"
    # A suite that hangs has failed; timeout ends what it started, too. In a minute of grace it may say where it stood.
    NO_COLOR=1 timeout --kill-after=60 "${COMMIS_SUITE_SECONDS:-1200}" "$@" > "$log" 2>&1 < /dev/null || code=$?
    case "$kind" in
        googletest)
            passed=$(number_in "$log" '^\[  PASSED  \] ([0-9]+) tests?\..*')
            failed=$(number_in "$log" '^\[  FAILED  \] ([0-9]+) tests?, listed below:.*')
            skipped=$(number_in "$log" '^\[  SKIPPED \] ([0-9]+) tests?, listed below:.*')
            ;;
        vitest)
            passed=$(vitest_count "$log" passed)
            failed=$(vitest_count "$log" failed)
            skipped=$(vitest_count "$log" skipped)
            ;;
        node_test)
            passed=$(number_in "$log" '^[#ℹ] pass ([0-9]+)$')
            failed=$(($(number_in "$log" '^[#ℹ] fail ([0-9]+)$') + $(number_in "$log" '^[#ℹ] cancelled ([0-9]+)$')))
            skipped=$(($(number_in "$log" '^[#ℹ] skipped ([0-9]+)$') + $(number_in "$log" '^[#ℹ] todo ([0-9]+)$')))
            ;;
        exit_code) if ((code == 0)); then passed=1; fi ;;
    esac
    # A suite that died without counting a failure is one: crashes and missing programs must not look green.
    if ((code != 0 && failed == 0)); then failed=1; fi
    if ((code == 0 && passed + failed + skipped == 0)); then failed=1; fi
    ((tally_passed += passed, tally_failed += failed, tally_skipped += skipped)) || true
    printf '%-24s %5d passed %4d failed %4d skipped %4d s\n' \
        "$name" "$passed" "$failed" "$skipped" "$((SECONDS - began))"
    if ((failed > 0)); then
        tally_broken+=("$name")
        if ((code == 124 || code == 137)); then echo "    it did not end by itself within its time"; fi
        grep -vE '^\[ RUN |^\[       OK |^ *(✓|ok [0-9]+) ' "$log" | sed 's/^/    /' | tail -n 80
        printf '    whole output: %s\n' "$log"
    fi
}

# Prints the closing line, alone and last, and ends the script with failure when anything failed.
print_tally() {
    if ((${#tally_broken[@]} > 0)); then
        printf 'failed suites: %s\n' "${tally_broken[*]}"
    fi
    printf '%d passed, %d failed, %d skipped\n' "$tally_passed" "$tally_failed" "$tally_skipped"
    # A run without tests proves nothing.
    ((tally_failed == 0 && tally_passed > 0))
}
