# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What run.sh and test.sh share: installing what is missing, configuring, building. Sourced, never run.
# TUNEBENCH_CMAKE_ARGS holds further CMake arguments, as do the arguments of both scripts after "--".

# shellcheck disable=SC2206  # split on purpose: it is a list of arguments
cmake_arguments=(${TUNEBENCH_CMAKE_ARGS:-})

fail() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# list_dependencies [thorough]: one line per needed package, alternatives "a|b" unresolved.
list_dependencies() {
    local file section="" line
    file=$(dirname "${BASH_SOURCE[0]}")/dependencies
    while IFS= read -r line; do
        line=${line%%#*}
        line=${line//[[:space:]]/}
        case $line in
            "") ;;
            "["*) section=$line ;;
            *) if [[ -z $section || $section == "[${1:-}]" ]]; then echo "$line"; fi ;;
        esac
    done <"$file"
}

is_installed() {
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# The alternatives of which none is installed.
list_missing() {
    local line alternatives package
    while IFS= read -r line; do
        IFS='|' read -ra alternatives <<<"$line"
        for package in "${alternatives[@]}"; do
            is_installed "$package" && continue 2
        done
        echo "$line"
    done < <(list_dependencies "$@")
}

# first_available "a|b": the first that the release offers.
first_available() {
    local alternatives package
    IFS='|' read -ra alternatives <<<"$1"
    for package in "${alternatives[@]}"; do
        if [[ $(apt-cache policy "$package" 2>/dev/null) == *Candidate:\ [^\(]* ]]; then
            echo "$package"
            return
        fi
    done
    fail "this release of Debian has no package $1; packages come from its main section (see packaging/dependencies)"
}

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "packages are missing and installing them needs root: run this as root, or install sudo. Missing: ${missing[*]}"
    fi
}

# install_dependencies [thorough]: asks for root only when something is missing.
install_dependencies() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "$(basename "$0"): no apt here, so nothing is installed; needed are the libraries of packaging/dependencies" >&2
        return
    fi
    local missing packages=() line package
    mapfile -t missing < <(list_missing "$@")
    if [[ ${#missing[@]} -eq 0 ]]; then
        return
    fi
    echo "Installing ${missing[*]}"
    as_root apt-get update -qq || echo "$(basename "$0"): the package lists could not be brought up to date" >&2
    for line in "${missing[@]}"; do
        package=$(first_available "$line") || exit 1
        packages+=("$package")
    done
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}" ||
        fail "apt-get could not install ${packages[*]}; its reason stands above"
}

# Memory, not cores, is what runs out first when many files include torch: 2 GiB a job.
count_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ { print int($2 / 2097152) }' /proc/meminfo)
    echo $((memory < 1 ? 1 : memory < cores ? memory : cores))
}

# configure PRESET [CMake arguments]
configure() {
    local launcher=()
    if command -v ccache >/dev/null; then
        # A second clone of the same sources finds what the first has compiled.
        export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    cmake --preset "$1" "${launcher[@]}" "${cmake_arguments[@]}" "${@:2}"
}

# build PRESET [targets]
build() {
    local targets=()
    if [[ $# -gt 1 ]]; then
        targets=(--target "${@:2}")
    fi
    cmake --build --preset "$1" --parallel "${CMAKE_BUILD_PARALLEL_LEVEL:-$(count_jobs)}" "${targets[@]}"
}
