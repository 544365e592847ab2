#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# tools/postgres.sh
#
# A PostgreSQL for the tests, made in a folder of its own and thrown away: `start` prints its URL, `stop`
# ends it. It listens on loopback only, asks for a password made for the occasion, and keeps fsync on, since
# what the tests say about durability must hold. It never touches a cluster of the machine.
#
#   tools/postgres.sh start [FOLDER]     makes FOLDER (default: a new one in the folder for temporary files)
#   tools/postgres.sh stop [FOLDER]      ends it and removes FOLDER (default: the last one started here)

set -euo pipefail

ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
PROGRAMS=${ETABLI_POSTGRES_PROGRAMS:-/usr/lib/postgresql/15/bin}
REMEMBERED=$ROOT/build/test/postgres.folder
PREFIX=${TMPDIR:-/tmp}/etabli-postgres
START_SECONDS_MAX=60
START_ATTEMPTS_MAX=5 # another program may take the port between our look and PostgreSQL's bind

fail()
{
    printf 'tools/postgres.sh: %s\n' "$*" >&2
    exit 1
}

# PostgreSQL refuses to run as root: root runs it as its own user, anybody else as themselves.
as_postgres()
{
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && setpriv --reuid=postgres --regid=postgres --init-groups env HOME=/nonexistent "$@")
    else
        (cd / && "$@")
    fi
}

port_is_free()
{
    ! (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null
}

# Below 32768, where the kernel begins to hand out ports to clients.
some_free_port()
{
    local port
    for _ in {1..100}; do
        port=$((20000 + RANDOM % 12000))
        if port_is_free "$port"; then
            printf '%s\n' "$port"
            return
        fi
    done
    fail "no free port"
}

make_cluster()
{
    local folder=$1 password=$2
    printf '%s\n' "$password" > "$folder/password"
    [ "$(id -u)" -ne 0 ] || chown -R postgres:postgres "$folder"
    as_postgres "$PROGRAMS/initdb" --pgdata="$folder/data" --username=etabli --pwfile="$folder/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 > "$folder/initdb.log" 2>&1 \
        || { cat "$folder/initdb.log" >&2; fail "initdb failed"; }
    as_postgres tee -a "$folder/data/postgresql.conf" > /dev/null << CONFIGURATION
listen_addresses = '127.0.0.1'
unix_socket_directories = '$folder'
fsync = on
synchronous_commit = on
max_connections = 200
shared_buffers = 64MB
timezone = 'UTC'
log_timezone = 'UTC'
CONFIGURATION
}

start_on_some_port()
{
    local folder=$1 port
    for ((attempt = 1; attempt <= START_ATTEMPTS_MAX; attempt++)); do
        port=$(some_free_port)
        if as_postgres "$PROGRAMS/pg_ctl" --pgdata="$folder/data" --log="$folder/server.log" --silent --wait \
            --timeout="$START_SECONDS_MAX" --options="-p $port" start > /dev/null 2>&1 < /dev/null; then
            printf '%s\n' "$port"
            return
        fi
    done
    as_postgres tail -n 20 "$folder/server.log" >&2 || true
    fail "the server did not start"
}

start()
{
    [ -x "$PROGRAMS/initdb" ] || fail "PostgreSQL 15 is not installed; run ./dev setup"
    end_orphans
    local folder=${1:-} password port
    if [ -z "$folder" ]; then
        folder=$(mktemp -d "$PREFIX.XXXXXX")
    else
        mkdir -p "$folder"
        folder=$(cd "$folder" && pwd -P)
    fi
    mkdir -p "$(dirname "$REMEMBERED")"
    printf '%s\n' "$folder" > "$REMEMBERED"
    # Whoever started us decides how long the cluster lives; see end_orphans.
    printf '%s\n' "${ETABLI_POSTGRES_OWNER:-0}" > "$folder/owner"
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    make_cluster "$folder" "$password"
    port=$(start_on_some_port "$folder")
    PGPASSWORD=$password "$PROGRAMS/psql" --no-psqlrc --quiet --host=127.0.0.1 --port="$port" \
        --username=etabli --dbname=postgres --command='create database etabli_test' > /dev/null
    printf 'postgresql://etabli:%s@127.0.0.1:%s/etabli_test\n' "$password" "$port"
}

stop()
{
    local folder=${1:-}
    [ -n "$folder" ] || folder=$(cat "$REMEMBERED" 2> /dev/null) || return 0
    [ -n "$folder" ] && [ -f "$folder/owner" ] || return 0
    if as_postgres test -f "$folder/data/postmaster.pid"; then
        as_postgres "$PROGRAMS/pg_ctl" --pgdata="$folder/data" --silent --mode=immediate --wait stop \
            > /dev/null 2>&1 || true
    fi
    rm -rf "$folder"
    [ "$(cat "$REMEMBERED" 2> /dev/null)" != "$folder" ] || rm -f "$REMEMBERED"
}

# A run that was killed outright leaves its cluster behind: the next start ends those of ours whose owner is gone.
end_orphans()
{
    local folder owner
    for folder in "$PREFIX".??????; do
        [ -f "$folder/owner" ] || continue
        [ "$(id -u)" -eq 0 ] || [ -O "$folder" ] || continue
        owner=$(cat "$folder/owner")
        [ "$owner" != 0 ] && ! kill -0 "$owner" 2> /dev/null && stop "$folder"
    done
    return 0
}

case "${1:-}" in
    start | stop) "$@" ;;
    *) fail "say start or stop" ;;
esac
