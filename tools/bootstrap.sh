#!/bin/sh
# Put the installer (uv, pinned by hash) into a folder of its own.
set -eu
tools=$1
if [ -z "${PYTHON:-}" ]; then
    echo "Interlocal needs Python 3.11, 3.12 or 3.13. Install one of them, or say which: make PYTHON=/path/to/python3.12" >&2
    exit 1
fi
if ! "$PYTHON" -c 'import ensurepip' 2>/dev/null; then
    version=$("$PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$version" >/dev/null
    else
        echo "This Python comes without its venv module. On Debian or Ubuntu: sudo apt-get install $version" >&2
        exit 1
    fi
fi
# An interrupted set-up leaves no half-made corner behind: it is made aside and moved.
rm -rf "$tools/uv" "$tools/uv.new"
mkdir -p "$tools"
"$PYTHON" -m venv "$tools/uv.new"
"$tools/uv.new/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r tools/bootstrap.txt
mv "$tools/uv.new" "$tools/uv"
