# Runs suites, two at a time, reads each one's counts from its output and adds them up. Sourced by script/test.
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

# Suites that wait for their turn: names, how their output counts, commands.
plan_names=() plan_kinds=() plan_commands=()

# plan_suite name kind command...: kind says how the output counts (googletest, vitest, node_test, exit_code).
plan_suite() {
    plan_names+=("$1")
    plan_kinds+=("$2")
    shift 2
    plan_commands+=("$(printf '%q ' "$@")")
}

# Where a suite's output goes; with .tally what it said of itself, with .counts its numbers.
log_of() { printf '%s/%s.log' "$results_folder" "${1//[ ()]/_}"; }

# Suites that may take longer than others, in seconds.
declare -A seconds_of=()

# What a failed suite said of its failures: of a browser's hour of output the one block that matters, not the end.
say_failures() {
    local kind=$1 log=$2 blocks=
    if [[ $kind == node_test ]]; then
        # TAP: a failed test's line and its block; one that failed only by its subtests says nothing of its own.
        blocks=$(awk '/^ *not ok [0-9]+ / { block = ""; inside = 1 }
             inside { block = block $0 "\n" }
             inside && /^ *\.\.\.$/ {
                 if (block !~ /subtestsFailed/ && ++told <= 5) printf "%s", block
                 inside = 0
             }' "$log")
    fi
    if [[ -n $blocks ]]; then
        printf '%s\n' "$blocks"
        tail -n 12 "$log"
    else
        grep -vE '^\[ RUN |^\[       OK |^ *(✓|ok [0-9]+) ' "$log" | tail -n 80 || true
    fi
}

# run_suite name kind command...: leaves its numbers and what there is to say of it in files.
run_suite() {
    local name=$1 kind=$2 log passed=0 failed=0 skipped=0 code=0 began=$SECONDS suite
    shift 2
    log=$(log_of "$name")
    # A suite that hangs has failed; timeout ends what it started, too. In a minute of grace it may say where it stood.
    NO_COLOR=1 timeout --kill-after=60 "${COMMIS_SUITE_SECONDS:-${seconds_of[$name]:-1200}}" "$@" \
        > "$log" 2>&1 < /dev/null &
    suite=$!
    trap 'kill "$suite" 2> /dev/null || true; exit 130' TERM INT HUP
    wait "$suite" || code=$?
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
    printf '%d %d %d\n' "$passed" "$failed" "$skipped" > "$log.counts"
    {
        printf '%-24s %5d passed %4d failed %4d skipped %4d s\n' \
            "$name" "$passed" "$failed" "$skipped" "$((SECONDS - began))"
        if ((failed > 0)); then
            if ((code == 124 || code == 137)); then echo "    it did not end by itself within its time"; fi
            say_failures "$kind" "$log" | sed 's/^/    /'
            printf '    whole output: %s\n' "$log"
        fi
        if declare -F say_more > /dev/null; then say_more "$name" "$log"; fi
    } > "$log.tally"
}

# Prints what a suite left and adds it up. One that left nothing was ended from outside, which is a failure, too.
add_up() {
    local name=$1 log passed=0 failed=1 skipped=0
    log=$(log_of "$name")
    if [[ -f $log.counts ]]; then
        read -r passed failed skipped < "$log.counts"
        cat "$log.tally"
    else
        printf '%-24s was ended from outside\n' "$name"
    fi
    ((tally_passed += passed, tally_failed += failed, tally_skipped += skipped)) || true
    if ((failed > 0)); then tally_broken+=("$name"); fi
}

# The number of a planned suite that begins next: those of `longest_first` in that order, then the others in theirs.
next_planned() {
    local wanted number
    for wanted in "${longest_first[@]}"; do
        for number in "${!plan_names[@]}"; do
            if [[ ${plan_names[number]} == "$wanted" ]]; then
                echo "$number"
                return
            fi
        done
    done
    for number in "${!plan_names[@]}"; do
        echo "$number"
        return
    done
}

# Ends the suites that still run: what the script does when it is itself ended.
end_suites() {
    local running
    mapfile -t running < <(jobs -rp)
    if ((${#running[@]} > 0)); then
        kill "${running[@]}" 2> /dev/null || true
        wait || true
    fi
}

# run_planned lanes: all suites that were planned, as many at a time, each printed when it is done.
run_planned() {
    local lanes=$1 number name command ended
    local -A running=()
    while ((${#plan_names[@]} > 0 || ${#running[@]} > 0)); do
        while ((${#plan_names[@]} > 0 && ${#running[@]} < lanes)); do
            number=$(next_planned)
            name=${plan_names[number]}
            eval "command=(${plan_commands[number]})"
            rm -f "$(log_of "$name")".{counts,tally}
            run_suite "$name" "${plan_kinds[number]}" "${command[@]}" &
            running[$!]=$name
            unset "plan_names[number]" "plan_kinds[number]" "plan_commands[number]"
        done
        wait -n -p ended "${!running[@]}" || true
        add_up "${running[$ended]}"
        unset "running[$ended]"
    done
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
