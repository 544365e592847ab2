# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# tools/lint.sh
#
# ./dev lint: what reads the code without running it; ./dev accept: what the code itself can rewrite.

LINT_BUILD=build/lint
LINT_FAILED=0
CXX_FILES=('*.cpp' '*.hpp')

verb_lint()
{
    local everything=
    case "${1:-}" in
        "") ;;
        --all) everything=1 ;;
        *) die "lint takes only --all" ;;
    esac
    setup "${PACKAGES_LINT[@]}"
    mkdir -p build
    lint_step "formatting" lint_format
    lint_step "scripts" lint_scripts
    lint_step "pages" lint_web
    lint_step "house rules" lint_tidy
    lint_step "clang-tidy" lint_clang_tidy "$everything"
    [ "$LINT_FAILED" -eq 0 ] || die "$LINT_FAILED kinds of reading found something"
    say "lint found nothing"
}

lint_step()
{
    local name=$1
    shift
    say "$name"
    "$@" || { LINT_FAILED=$((LINT_FAILED + 1)); say "$name: see above"; }
}

# Files git knows or would add, so that a new file is read too.
source_files()
{
    git ls-files -z --cached --others --exclude-standard -- "$@" | sort -zu \
        | while IFS= read -r -d '' file; do [ ! -f "$file" ] || printf '%s\0' "$file"; done
}

lint_format()
{
    source_files "${CXX_FILES[@]}" | xargs -0 -r clang-format-14 --dry-run -Werror
}

lint_scripts()
{
    shellcheck --shell=bash dev .ci/run tools/*.sh tools/hooks/*
}

lint_web()
{
    [ -f web/package.json ] || return 0
    npm --prefix web run --silent lint
}

lint_tidy()
{
    build_programs_quietly dev tidy_test && ctest --preset dev --label-regex '^tidy$' --output-on-failure
}

build_programs_quietly()
{
    cmake --preset "$1" > "build/lint-configure.log" 2>&1 || { cat build/lint-configure.log; return 1; }
    cmake --build --preset "$1" --parallel "$ETABLI_JOBS" --target "$2" > build/lint-build.log 2>&1 \
        || { cat build/lint-build.log; return 1; }
}

# clang cannot read the precompiled headers of g++: it gets a configuration of its own, which is never built.
lint_clang_tidy()
{
    local everything=$1
    cmake --preset dev -B "$LINT_BUILD" -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DCMAKE_EXPORT_COMPILE_COMMANDS=ON \
        -DCMAKE_C_COMPILER=clang-19 -DCMAKE_CXX_COMPILER=clang++-19 > build/lint-configure.log 2>&1 \
        || { cat build/lint-configure.log; return 1; }
    local files=$LINT_BUILD/files
    if [ -n "$everything" ]; then
        source_files '*.cpp' > "$files"
    else
        changed_units > "$files"
    fi
    # A file no target compiles has no command to be read with; tests/tidy reports such files.
    xargs -0 -r -n 1 < "$files" | while IFS= read -r file; do
        ! grep -qF "\"$ROOT/$file\"" "$LINT_BUILD/compile_commands.json" || printf '%s\0' "$file"
    done > "$files.known"
    echo "$(tr -cd '\0' < "$files.known" | wc -c) files"
    local outcome=0
    timeout "${ETABLI_LINT_SECONDS:-0}" xargs -0 -r -n 1 -P "$ETABLI_JOBS" \
        clang-tidy-19 -p "$LINT_BUILD" --quiet --warnings-as-errors='*' < "$files.known" \
        2> "$LINT_BUILD/clang-tidy.log" || outcome=$?
    case $outcome in
        0) ;;
        124) echo "clang-tidy was stopped after $ETABLI_LINT_SECONDS s; the files read until then are listed above if wrong" ;;
        *) grep -E 'error' "$LINT_BUILD/clang-tidy.log" | sort -u | head -n 20; return 1 ;;
    esac
}

# What differs from the branch everybody starts from, and what is not committed yet. On that branch itself:
# the last commit.
changed_units()
{
    local base
    base=$(git merge-base HEAD origin/main 2> /dev/null || git merge-base HEAD main 2> /dev/null || true)
    if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD)" ]; then
        base=$(git rev-parse --verify --quiet HEAD~1 || git rev-parse HEAD)
    fi
    {
        git diff --name-only -z --diff-filter=d "$base" -- '*.cpp'
        git ls-files -z --others --exclude-standard -- '*.cpp'
    } | sort -zu
}

# An accepting run rewrites what is generated, and never counts as a passed test.
verb_accept()
{
    setup
    build_programs dev etabli
    local before
    before=$(accepted_digest)
    mkdir -p api
    build/dev/etabli openapi > build/openapi.yaml.new
    mv build/openapi.yaml.new api/openapi.yaml
    [ ! -f web/package.json ] || npm --prefix web run --silent types
    if [ "$before" = "$(accepted_digest)" ]; then
        say "nothing changed"
    else
        say "changed since the last commit; read it before you commit it:"
        git status --short
        git diff --stat
    fi
}

accepted_digest()
{
    { git diff; git status --porcelain; } | sha256sum
}
