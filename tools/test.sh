# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# tools/test.sh
#
# ./dev test: every test, or the parts named. Each part's output goes to build/test/<part>.log as well as to
# the screen; at the end the runners' own last words are repeated, with the time each part took. A part that
# fails does not stop the others: one run shows everything that is broken.

TEST_LOGS=build/test
E2E_PORT=8180
SERVER_START_SECONDS_MAX=120 # a first start loads the whole demonstration
SERVER_STOP_SECONDS_MAX=10
PARTS_DONE=()
PARTS_FAILED=0
LAST_PART=
TEST_POSTGRES_FOLDER=
E2E_SERVER_ID=$TEST_LOGS/e2e-server.pid

verb_test()
{
    local part parts=("$@")
    for part in "$@"; do
        case "$part" in
            unit | scenarios | tidy | web | e2e) ;;
            *) die "there is no part \"$part\"; parts are unit, scenarios, tidy, web, e2e" ;;
        esac
    done
    [ ${#parts[@]} -gt 0 ] || parts=(programs web e2e)

    mkdir -p "$TEST_LOGS"
    trap end_test_servers EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    run_part setup setup
    use_own_node_if_needed
    for part in "${parts[@]}"; do
        "test_$part"
    done
    show_last_words
    [ "$PARTS_FAILED" -eq 0 ]
}

test_programs() { test_with_ctest programs; }
test_unit() { test_with_ctest unit --label-exclude '^(scenarios|tidy)$'; }
test_scenarios() { test_with_ctest scenarios --label-regex '^scenarios$'; }
test_tidy() { test_with_ctest tidy --label-regex '^tidy$'; }

test_with_ctest()
{
    local part=$1 target=all
    shift
    [ "$part" != tidy ] || target=tidy_test
    run_part build build_programs dev "$target"
    last_part_passed || { note_not_run "$part" "nothing was built"; return 0; }
    [ "$part" = tidy ] || start_test_postgres
    export ETABLI_BINARY=$ROOT/build/dev/etabli
    run_part "$part" ctest --preset dev --no-tests=error --output-on-failure \
        --parallel "$ETABLI_JOBS" "$@"
}

start_test_postgres()
{
    [ -z "${ETABLI_TEST_POSTGRES:-}" ] || return 0
    TEST_POSTGRES_FOLDER=$(mktemp -d "${TMPDIR:-/tmp}/etabli-postgres.XXXXXX")
    ETABLI_TEST_POSTGRES=$(ETABLI_POSTGRES_OWNER=$$ tools/postgres.sh start "$TEST_POSTGRES_FOLDER")
    export ETABLI_TEST_POSTGRES
}

test_web()
{
    run_part web npm --prefix web run --silent test
}

test_e2e()
{
    run_part release build_programs release
    last_part_passed || { note_not_run e2e "the release was not built"; return 0; }
    run_part pages build_web
    last_part_passed || { note_not_run e2e "the pages were not built"; return 0; }
    choose_e2e_server
    run_part server start_e2e_server
    last_part_passed || { note_not_run e2e "the server did not start"; return 0; }
    run_part e2e npm --prefix web run --silent e2e
    end_e2e_server
}

# A server of its own, on a folder of its own: what the tests write must not meet the next run.
choose_e2e_server()
{
    local port
    port=$(first_free_port "$E2E_PORT")
    export ETABLI_BINARY=$ROOT/build/release/etabli
    export ETABLI_DATA=$ROOT/build/e2e
    export ETABLI_URL=http://127.0.0.1:$port
    export ETABLI_SERVER_LOG=$ROOT/$TEST_LOGS/e2e-server.log
}

start_e2e_server()
{
    local second
    rm -rf "$ETABLI_DATA"
    mkdir -p "$ETABLI_DATA"
    "$ETABLI_BINARY" serve --data "$ETABLI_DATA" --demo --listen "${ETABLI_URL#http://}" \
        > "$ETABLI_SERVER_LOG" 2>&1 &
    local server=$!
    printf '%s\n' "$server" > "$E2E_SERVER_ID"
    for ((second = 0; second < SERVER_START_SECONDS_MAX; second++)); do
        kill -0 "$server" 2> /dev/null || break
        if curl --silent --output /dev/null --max-time 2 "$ETABLI_URL/"; then
            echo "serving at $ETABLI_URL"
            return 0
        fi
        sleep 1
    done
    cat "$ETABLI_SERVER_LOG"
    return 1
}

end_e2e_server()
{
    [ -f "$E2E_SERVER_ID" ] || return 0
    local server second
    server=$(cat "$E2E_SERVER_ID")
    rm -f "$E2E_SERVER_ID"
    kill "$server" 2> /dev/null || return 0
    for ((second = 0; second < SERVER_STOP_SECONDS_MAX; second++)); do
        kill -0 "$server" 2> /dev/null || return 0
        sleep 1
    done
    kill -KILL "$server" 2> /dev/null || true
}

end_test_servers()
{
    end_e2e_server
    [ -z "$TEST_POSTGRES_FOLDER" ] || tools/postgres.sh stop "$TEST_POSTGRES_FOLDER" || true
}

# run_part NAME COMMAND…: in a subshell of its own, which stops at the first command that fails. It must
# never stand in a condition, where bash forgets about errexit: ask last_part_passed afterwards.
run_part()
{
    local name=$1 began=$SECONDS outcome
    shift
    say "$name"
    set +e
    (
        set -e
        "$@"
    ) < /dev/null 2>&1 | tee "$TEST_LOGS/$name.log"
    outcome=${PIPESTATUS[0]}
    set -e
    if [ "$outcome" -eq 0 ]; then
        LAST_PART=passed
    else
        LAST_PART=FAILED
        PARTS_FAILED=$((PARTS_FAILED + 1))
    fi
    PARTS_DONE+=("$name|$LAST_PART|$((SECONDS - began))")
}

last_part_passed()
{
    [ "$LAST_PART" = passed ]
}

note_not_run()
{
    PARTS_DONE+=("$1|NOT RUN ($2)|0")
}

# What each runner ends with, in its own words.
last_words_of()
{
    local log=$TEST_LOGS/$1.log
    [ -f "$log" ] || return 0
    case "$1" in
        programs | unit | scenarios | tidy)
            sed -n '/tests passed, /,$p' "$log" ;;
        web)
            grep -E '^ *(Test Files|Tests|Duration) ' <(without_colours "$log") || tail -n 5 "$log" ;;
        e2e)
            grep -E '^ *[0-9]+ (passed|failed|flaky|skipped|did not run|interrupted)' <(without_colours "$log") \
                || tail -n 5 "$log" ;;
    esac
}

without_colours()
{
    sed 's/\x1b\[[0-9;]*[A-Za-z]//g' "$1"
}

show_last_words()
{
    local entry name outcome seconds words
    printf '\n'
    for entry in "${PARTS_DONE[@]}"; do
        IFS='|' read -r name outcome seconds <<< "$entry"
        [[ "$outcome" != NOT* ]] || continue
        words=$(last_words_of "$name")
        [ -z "$words" ] || printf -- '--- %s\n%s\n\n' "$name" "$words"
    done
    printf '%-12s %8s  %s\n' part seconds result
    for entry in "${PARTS_DONE[@]}"; do
        IFS='|' read -r name outcome seconds <<< "$entry"
        printf '%-12s %8s  %s\n' "$name" "$seconds" "$outcome"
    done
}
