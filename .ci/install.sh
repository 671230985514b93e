#!/bin/sh
# Make .venv and install what requirements.txt lists; with `dev`, what
# requirements-dev.txt lists too. Does nothing when that is what is there.
# Everything is written inside this folder; every download is checked by its hash.
set -eu
cd "$(dirname "$0")/.."

python=.venv/bin/python
export PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
export HOME="${HOME:-$PWD/.venv}" # pip does not start without one

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# The stamps are copies of what was installed, written last: a changed list or an
# interrupted install differs from its stamp.
wanted() { cat requirements-build.txt requirements.txt; }

is_current() { wanted | cmp -s - .venv/installed.txt && "$python" -c ''; }

is_current_dev() { cmp -s requirements-dev.txt .venv/installed-dev.txt; }

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    names=${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}
    for name in $names; do
        if is_new_enough "$name"; then
            echo "$name"
            return
        fi
    done
    fail "Python 3.11 or newer is needed, and none of these is there and new enough:" \
        "$names. On Debian 12, Ubuntu 24.04 and what follows them:" \
        "sudo apt-get install python3 python3-venv"
}

# Debian parts ensurepip, without which no .venv can be made, from Python.
need_ensurepip() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing $package, which Debian parts from Python."
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq >/dev/null || true
        apt-get install -qq -y --no-install-recommends "$package" >/dev/null || true
    fi
    "$1" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "This Python cannot make a virtual environment." \
            "Install what it lacks: sudo apt-get install $package"
}

pip_install() {
    say "Installing what $1 lists."
    "$python" -m pip install --quiet --require-hashes --no-build-isolation -r "$1"
}

make_environment() {
    base=$(find_python)
    need_ensurepip "$base"
    say "Making .venv with $("$base" -V)."
    rm -rf .venv
    "$base" -m venv .venv
    wanted >.venv/installing.txt
    pip_install requirements-build.txt
    pip_install requirements.txt
    # jieba would use it, slowly and with warnings, if it were there
    "$python" -m pip uninstall --quiet --yes setuptools
    mv .venv/installing.txt .venv/installed.txt
}

is_current || make_environment
if [ "${1-}" = dev ] && ! is_current_dev; then
    pip_install requirements-dev.txt
    cp requirements-dev.txt .venv/installed-dev.txt
fi
