#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Tunebench and opens it: packaging/run.sh [-- CMAKE-ARGUMENTS…]
# Without a display it fine-tunes the bundled sample in the terminal instead.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/prepare.sh
source packaging/prepare.sh

case ${1:-} in
    "") ;;
    --) cmake_arguments+=("${@:2}") ;;
    -h | --help) sed -n '3,4s/^# //p' "$0" && exit 0 ;;
    *) fail "unknown argument $1; CMake arguments follow --" ;;
esac

# shellcheck disable=SC2119
install_dependencies
configure release
build release tunebench tunebench-cli tunebench_engine

if [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    exec build/release/bin/tunebench
fi
echo "No display (neither DISPLAY nor WAYLAND_DISPLAY is set): fine-tuning the bundled sample here."
exec build/release/bin/tunebench-cli run resources/samples/town.tunebench.json
