# shellcheck shell=bash
# SPDX-License-Identifier: EUPL-1.2
# tools/setup.sh
#
# ./dev setup: bring a Debian 12 machine to where it can build and test. Each step looks first and does
# nothing when there is nothing to do, so that it may be interrupted and run again.

# libboost-dev (1.74) conflicts with libboost1.81-dev: no package that needs it may enter this list.
PACKAGES_BUILD=(
    g++ cmake ninja-build ccache mold git pkg-config ca-certificates curl
    libboost1.81-dev libboost-json1.81-dev libboost-url1.81-dev libeigen3-dev
    libsqlite3-dev libpq-dev libssl-dev libsodium-dev libfmt-dev libspdlog-dev libcli11-dev
    coinor-libclp-dev zlib1g-dev libqrencode-dev libstemmer-dev libicu-dev libcurl4-openssl-dev
    libpugixml-dev libzip-dev
    libgtest-dev libgmock-dev
    postgresql-15 sqlite3 chromium fonts-inter
)
PACKAGES_LINT=(clang-19 clang-tidy-19 clang-format-14 libclang-rt-19-dev shellcheck)
NODE_WANTED=20.20.x # the oldest that Vite 8 and Playwright 1.65 accept is 20.19
NPM_WANTED=10.x
OWN_NODE=$ROOT/build/tools/node

verb_setup()
{
    case "${1:-}" in
        "") setup ;;
        --lint) setup "${PACKAGES_LINT[@]}" ;;
        *) die "setup takes only --lint" ;;
    esac
    say "everything needed is here"
}

# setup [more packages…]
setup()
{
    [ -z "${ETABLI_SKIP_SETUP:-}" ] || return 0
    install_packages "${PACKAGES_BUILD[@]}" "$@"
    install_node
    install_web_packages
    install_hooks
}

install_packages()
{
    command -v dpkg-query > /dev/null || die "this is not Debian; install what answers to: $*"
    local package missing=()
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    say "installing ${missing[*]}"
    apt_as_root update
    finish_interrupted_installation
    forbid_system_cluster
    apt_as_root install -y --no-install-recommends "${missing[@]}" \
        || { allow_system_cluster; die "apt could not install: ${missing[*]}"; }
    allow_system_cluster
}

is_installed()
{
    [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2> /dev/null)" = "ii " ]
}

as_root()
{
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo > /dev/null; then
        sudo "$@"
    else
        die "packages are missing, and this account is neither root nor has sudo; as root, run: ./dev setup"
    fi
}

apt_as_root()
{
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" < /dev/null >&2
}

finish_interrupted_installation()
{
    [ -z "$(dpkg --audit)" ] || as_root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a < /dev/null >&2
}

# The tests make their own PostgreSQL clusters. Debian's package would also start one for the whole machine:
# while it installs, and only if the machine has none yet, we ask it not to.
SYSTEM_CLUSTER_RULE=/etc/postgresql-common/createcluster.d/etabli-setup.conf

forbid_system_cluster()
{
    is_installed postgresql-15 && return 0
    as_root mkdir -p "$(dirname "$SYSTEM_CLUSTER_RULE")"
    echo "create_main_cluster = off" | as_root tee "$SYSTEM_CLUSTER_RULE" > /dev/null
}

allow_system_cluster()
{
    [ ! -e "$SYSTEM_CLUSTER_RULE" ] || as_root rm -f "$SYSTEM_CLUSTER_RULE"
}

system_node_suffices()
{
    [ -z "${ETABLI_OWN_NODE:-}" ] && command -v npm > /dev/null && command -v node > /dev/null \
        && node -e 'const [a, b] = process.versions.node.split(".").map(Number);
                    process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}

use_own_node_if_needed()
{
    if [ -x "$OWN_NODE/bin/node" ] && ! system_node_suffices; then
        PATH=$OWN_NODE/bin:$PATH
        export PATH
    fi
}

# Debian's own Node (18) and npm only serve to fetch a newer pair from the npm registry.
install_node()
{
    system_node_suffices && return 0
    if [ ! -x "$OWN_NODE/bin/node" ]; then
        command -v npm > /dev/null || install_packages nodejs npm
        say "installing Node $NODE_WANTED under build/tools"
        local machine
        case "$(uname -m)" in
            x86_64) machine=x64 ;;
            aarch64) machine=arm64 ;;
            *) die "no packaged Node for $(uname -m): put node >= 20.19 in the PATH" ;;
        esac
        rm -rf "$OWN_NODE.new" "$OWN_NODE"
        mkdir -p "$OWN_NODE.new/bin"
        npm install --prefix "$OWN_NODE.new" --no-audit --no-fund --ignore-scripts --engine-strict=false \
            "node-linux-$machine@$NODE_WANTED" "npm@$NPM_WANTED" >&2
        ln -s "../node_modules/node-linux-$machine/bin/node" "$OWN_NODE.new/bin/node"
        ln -s ../node_modules/npm/bin/npm-cli.js "$OWN_NODE.new/bin/npm"
        ln -s ../node_modules/npm/bin/npx-cli.js "$OWN_NODE.new/bin/npx"
        mv "$OWN_NODE.new" "$OWN_NODE"
    fi
    PATH=$OWN_NODE/bin:$PATH
    export PATH
}

install_web_packages()
{
    [ -f web/package-lock.json ] || return 0
    local stamp=web/node_modules/.etabli-stamp digest
    digest=$(cat web/package.json web/package-lock.json <(node --version) | sha256sum)
    stamp_holds "$stamp" "$digest" && return 0
    say "installing the web's packages"
    (cd web && npm ci --no-audit --no-fund < /dev/null >&2)
    write_stamp "$stamp" "$digest"
}

install_hooks()
{
    inside_our_git || return 0
    # Somebody's own choice of hooks is theirs.
    [ -n "$(git config core.hooksPath)" ] || git config core.hooksPath tools/hooks
}
