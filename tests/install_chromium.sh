#!/bin/sh
# Print the path of a Chromium that runs and has Chinese fonts to draw with.
# What is missing is installed: by apt-get on Debian, where that is allowed; else
# Playwright's own Chromium into .venv. CHROMIUM= names one to use and no other.
set -eu
cd "$(dirname "$0")/.."

export DEBIAN_FRONTEND=noninteractive
export PLAYWRIGHT_BROWSERS_PATH="$PWD/.venv/browsers"
export HOME="$PWD/.venv/home" # what browsers leave there stays in this folder
mkdir -p "$HOME"

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

playwright() { .venv/bin/python -m playwright "$@"; }

# Ubuntu's /usr/bin/chromium-browser is a script that only says to install a snap.
runs() { "$1" --version 2>/dev/null | grep -q -e Chromium -e 'Google Chrome'; }

find_chromium() {
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        "$PWD"/.venv/browsers/chromium-*/chrome-linux*/chrome; do
        path=$(command -v "$name") || continue
        if runs "$path"; then
            echo "$path"
            return
        fi
    done
    return 1
}

has_fonts() { fc-list :lang=zh 2>/dev/null | grep -q .; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_install() {
    command -v apt-get >/dev/null && as_root true 2>/dev/null
}

is_debian() { grep -q '^ID=debian' /etc/os-release 2>/dev/null; }

apt_install() {
    say "Installing $*."
    as_root apt-get update -qq >/dev/null || true
    as_root apt-get install -qq -y --no-install-recommends "$@" >/dev/null || true
}

# Ubuntu has no Chromium package but the snap.
playwright_install() {
    say "Installing Playwright's Chromium into .venv/browsers."
    if can_install; then
        as_root .venv/bin/python -m playwright install-deps chromium >&2 || true
    fi
    playwright install chromium --no-shell >&2 || true
}

# Playwright ships a node that needs a library which a bare system may lack.
if ! playwright --version >/dev/null 2>&1; then
    can_install && apt_install libatomic1
    playwright --version >/dev/null || fail \
        "Playwright does not run here. What it most likely lacks, on Debian and" \
        "Ubuntu: sudo apt-get install libatomic1"
fi
if [ "${CHROMIUM-}" ]; then
    runs "$CHROMIUM" || fail "CHROMIUM=$CHROMIUM is not a Chromium that runs."
elif ! CHROMIUM=$(find_chromium); then
    if is_debian && can_install; then
        apt_install chromium
    else
        playwright_install
    fi
    CHROMIUM=$(find_chromium) || fail \
        "The browser tests need Chromium, and it could not be installed here." \
        "On Debian: sudo apt-get install chromium. Elsewhere install Chromium or" \
        "Chrome in any way, and if it is not found then, name it:" \
        "make test CHROMIUM=/path/to/chrome"
fi
if ! has_fonts && can_install; then
    apt_install fontconfig fonts-noto-cjk
fi
has_fonts || fail \
    "The browser tests measure Chinese text, and no Chinese font is installed." \
    "On Debian and Ubuntu: sudo apt-get install fontconfig fonts-noto-cjk"
echo "$CHROMIUM"
