# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# tools/common.sh
#
# What every verb needs: saying, failing, stamps, ports, and the environment the compilers run in.

say()
{
    printf '\033[1m» %s\033[0m\n' "$*" >&2
}

die()
{
    printf './dev: %s\n' "$*" >&2
    exit 1
}

prepare_environment()
{
    : "${ETABLI_JOBS:=$(nproc)}"
    export ETABLI_JOBS
    export CMAKE_BUILD_PARALLEL_LEVEL=$ETABLI_JOBS
    # Without the sloppiness, ccache refuses to keep anything compiled with a precompiled header.
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    export CCACHE_BASEDIR=$ROOT
    export CCACHE_NOHASHDIR=1
    use_own_node_if_needed
}

# The stamp of a step holds a digest of what the step reads: an interrupted step leaves no stamp.
stamp_holds()
{
    [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]
}

write_stamp()
{
    mkdir -p "$(dirname "$1")"
    printf '%s\n' "$2" > "$1.new"
    mv "$1.new" "$1"
}

port_is_free()
{
    ! (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null
}

# The first free port from $1 on; a hundred are tried, since more would mean something else is wrong.
first_free_port()
{
    local port
    for ((port = $1; port < $1 + 100; port++)); do
        if port_is_free "$port"; then
            printf '%s\n' "$port"
            return
        fi
    done
    die "no free port between $1 and $(($1 + 99))"
}

inside_our_git()
{
    [ "$(git -C "$ROOT" rev-parse --show-toplevel 2> /dev/null)" = "$ROOT" ]
}
