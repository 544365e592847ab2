# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# tools/build.sh
#
# ./dev build: the programs with CMake, the pages with Vite. A preset's result is build/<preset>.

verb_build()
{
    local preset=${1:-release}
    setup
    build_programs "$preset"
    [ "$preset" != release ] || build_web
}

# build_programs PRESET [TARGET]
build_programs()
{
    local preset=$1 target=${2:-all}
    # Ninja itself configures again when a CMake file changed; presets it does not know.
    if [ ! "build/$preset/build.ninja" -nt CMakePresets.json ]; then
        cmake --preset "$preset"
    fi
    cmake --build --preset "$preset" --parallel "$ETABLI_JOBS" --target "$target"
}

# Everything the pages are made from, in one digest; built or downloaded folders left out.
digest_of_web()
{
    find web locales api/openapi.yaml \
        \( -name node_modules -o -path web/dist -o -path web/test-results -o -path web/playwright-report \) -prune \
        -o -type f ! -name '*.tsbuildinfo' -print0 2> /dev/null | sort -z | xargs -0 sha256sum | sha256sum
}

build_web()
{
    [ -f web/package.json ] || return 0
    local stamp=web/dist/.etabli-stamp
    if [ -d web/dist ] && stamp_holds "$stamp" "$(digest_of_web)"; then
        return 0
    fi
    say "building the pages"
    (cd web && npm run --silent build)
    # Taken after the build: the build itself may write generated sources.
    write_stamp "$stamp" "$(digest_of_web)"
}
