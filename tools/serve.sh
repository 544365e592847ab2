# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# tools/serve.sh
#
# ./dev run and ./dev demo: the demonstration, served on this machine. The program itself loads the
# demonstration, recovers an unfinished load, and prints the address and a one-time sign-in link.

DEMO_FOLDER=build/demo
DEMO_PORT=8080

verb_run()
{
    [ "${1:-}" != -- ] || shift
    setup
    build_programs release
    build_web
    serve_demo "$@"
}

verb_demo()
{
    [ "${1:-}" != -- ] || shift
    setup
    build_programs release
    build_web
    rm -rf "$DEMO_FOLDER"
    serve_demo "$@"
}

serve_demo()
{
    local port
    mkdir -p "$DEMO_FOLDER"
    if [[ " $* " == *" --listen"* ]]; then
        exec build/release/etabli serve --data "$DEMO_FOLDER" --demo "$@"
    fi
    port=$(first_free_port "$DEMO_PORT")
    [ "$port" -eq "$DEMO_PORT" ] || say "port $DEMO_PORT is taken; using $port"
    exec build/release/etabli serve --data "$DEMO_FOLDER" --demo --listen "127.0.0.1:$port" "$@"
}
