# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# tools/measure.sh
#
# ./dev bench and ./dev fuzz: programs that answer a question by running for a while, within a bound.

BENCH_RESULTS=build/bench
FUZZ_FINDINGS=build/fuzz-findings

# Each is given an empty folder of its own and a PostgreSQL made for the occasion; a script, the program as released.
verb_bench()
{
    local pattern=${1:-} program folder found=0 failed=0
    setup
    build_programs release
    build_web
    mkdir -p "$BENCH_RESULTS"
    mkdir -p "$TEST_LOGS"
    trap end_test_servers EXIT
    start_test_postgres
    for program in build/release/bench/* bench/*.mjs; do
        is_program "$program" || [[ "$program" == *.mjs ]] || continue
        [[ "$(basename "$program")" == *"$pattern"* ]] || continue
        found=$((found + 1))
        folder=$(mktemp -d "${TMPDIR:-/tmp}/etabli-bench.XXXXXX")
        if [[ "$program" == *.mjs ]]; then
            run_bench "$program" node "$program" build/release/etabli || failed=$((failed + 1))
        else
            run_bench "$program" "$program" "$folder" "$ETABLI_TEST_POSTGRES" || failed=$((failed + 1))
        fi
        rm -rf "$folder"
    done
    [ "$found" -gt 0 ] || die "no benchmark named like \"$pattern\""
    [ "$failed" -eq 0 ]
}

is_program()
{
    [ -f "$1" ] && [ -x "$1" ]
}

# run_bench NAME COMMAND…: its table, with what it was measured on: a number without its machine says nothing.
run_bench()
{
    local name result outcome=0
    name=$(basename "$1")
    shift
    result=$BENCH_RESULTS/$name.md
    say "$name"
    timeout "${ETABLI_BENCH_SECONDS:-900}" "$@" < /dev/null 2> "$BENCH_RESULTS/$name.err" \
        | tee "$BENCH_RESULTS/$name.txt" || outcome=$?
    {
        printf '# %s\n\n' "$name"
        printf -- '- commit: %s%s\n' "$(git rev-parse --short HEAD 2> /dev/null || echo unknown)" \
            "$(git diff --quiet HEAD 2> /dev/null || echo ', with changes')"
        printf -- '- date: %s\n' "$(date --utc +%Y-%m-%d)"
        printf -- '- machine: %s, %s processors\n' \
            "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)"
        [ "$outcome" -eq 0 ] || printf -- '- ended with code %s: the table is not complete\n' "$outcome"
        printf '\n```\n'
        cat "$BENCH_RESULTS/$name.txt"
        printf '```\n'
    } > "$result"
    [ "$outcome" -eq 0 ] || cat "$BENCH_RESULTS/$name.err" >&2
    echo "written to $result" >&2
    return "$outcome"
}

# The corpus in tests/fuzz/corpus is only read; what a run discovers is kept beside the build.
verb_fuzz()
{
    local pattern=${1:-} program name found=0 failed=0
    setup clang-19 libclang-rt-19-dev
    build_programs fuzz
    for program in build/fuzz/fuzz_* build/fuzz/*/fuzz_* build/fuzz/*/*/fuzz_*; do
        name=$(basename "$program")
        is_program "$program" || continue
        [[ "$name" == *"$pattern"* ]] || continue
        found=$((found + 1))
        say "$name"
        mkdir -p "$FUZZ_FINDINGS/$name/corpus"
        local corpora=("$FUZZ_FINDINGS/$name/corpus")
        [ ! -d "tests/fuzz/corpus/$name" ] || corpora+=("tests/fuzz/corpus/$name")
        "$program" -max_total_time="${ETABLI_FUZZ_SECONDS:-60}" -rss_limit_mb=2048 -timeout=10 \
            -print_final_stats=1 -artifact_prefix="$FUZZ_FINDINGS/$name/" "${corpora[@]}" \
            < /dev/null > "$FUZZ_FINDINGS/$name/run.log" 2>&1 || failed=$((failed + 1))
        tail -n 8 "$FUZZ_FINDINGS/$name/run.log"
    done
    [ "$found" -gt 0 ] || die "no fuzz target named like \"$pattern\" in build/fuzz"
    [ "$failed" -eq 0 ] || die "$failed fuzz targets found something: see $FUZZ_FINDINGS"
}
