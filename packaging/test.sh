#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Tunebench and runs its tests: packaging/test.sh [--thorough] [-- CMAKE-ARGUMENTS…]
# --thorough adds formatting, the sanitizers and a short time of fuzzing.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/prepare.sh
source packaging/prepare.sh

fuzzing_seconds=250  # of all targets together: 20 for each on two cores
thorough=no
while [[ $# -gt 0 ]]; do
    case $1 in
        --thorough) thorough=yes ;;
        --) cmake_arguments+=("${@:2}") && break ;;
        -h | --help) sed -n '3,4s/^# //p' "$0" && exit 0 ;;
        *) fail "unknown argument $1; CMake arguments follow --" ;;
    esac
    shift
done

times=()
print_times() {
    printf '\nStage                       wall time\n'
    printf '%s\n' "${times[@]}"
    printf '%-26s %3d min %2d s\n' total $((SECONDS / 60)) $((SECONDS % 60))
}
trap print_times EXIT

# stage NAME COMMAND…: stops the script when the command fails.
stage() {
    local begin=$SECONDS status=0 took
    printf '\n=== %s\n' "$1"
    "${@:2}" || status=$?
    took=$((SECONDS - begin))
    times+=("$(printf '%-26s %3d min %2d s%s' "$1" $((took / 60)) $((took % 60)) \
        "$([[ $status -eq 0 ]] || echo "  FAILED")")")
    [[ $status -eq 0 ]] || exit "$status"
}

configure_and_build() { configure "$@" && build "$1"; }
# The fuzz targets are built with address, undefined-behaviour and leak sanitizers, and so are core's tests beside
# them. `cmake --preset asan` takes in the rest, at three times the time.
build_sanitized_core() { configure fuzz && build fuzz tunebench_core_tests tunebench_fuzz_targets; }
run_core_tests() { ctest --preset fuzz --label-regex "core|fuzz" --parallel "$(nproc)"; }
# One thread has nothing to race with: only the tests of what threads share are built.
build_threaded_tests() { configure tsan && build tsan tunebench_threaded_tests; }
run_tests() { ctest --preset "$1" --parallel "$(nproc)"; }

# Older sanitizer runtimes find no room for their shadow where the kernel spreads addresses widely.
run_threaded_tests() {
    if setarch "$(uname -m)" --addr-no-randomize true 2>/dev/null; then
        setarch "$(uname -m)" --addr-no-randomize ctest --preset tsan --label-regex threads --parallel "$(nproc)"
    else
        ctest --preset tsan --label-regex threads --parallel "$(nproc)"
    fi
}

check_format() {
    find app core ui tests \( -name '*.h' -o -name '*.cpp' -o -name '*.cu' \) -print0 |
        xargs -0 -r clang-format --dry-run -Werror
}

# fuzz_one TARGET SECONDS: from the committed seeds, if there are any, into a folder of its own.
fuzz_one() {
    local name findings corpus
    name=$(basename "$1")
    findings=build/fuzz/findings/$name
    corpus=("$findings/corpus")
    [[ ! -d tests/fuzz/corpus/${name%_fuzz} ]] || corpus+=("tests/fuzz/corpus/${name%_fuzz}")
    mkdir -p "${corpus[0]}"
    "$1" "${corpus[@]}" -max_total_time="$2" -rss_limit_mb=2560 -timeout=10 \
        -artifact_prefix="$findings/" >"$findings/log" 2>&1 ||
        { tail -n 40 "$findings/log" && echo "fuzz: $name FAILED, input under $findings" && return 1; }
    echo "fuzz: $name passed, $(grep -Eo '^Done [0-9]+ runs' "$findings/log" || echo "runs not counted")"
}
export -f fuzz_one

run_fuzzing() {
    local targets seconds
    mapfile -t targets < <(find build/fuzz/bin -name '*_fuzz' -type f -executable | sort)
    [[ ${#targets[@]} -gt 0 ]] || fail "no fuzz target (build/fuzz/bin/*_fuzz) was built"
    seconds=$((fuzzing_seconds * $(nproc) / ${#targets[@]}))
    [[ $seconds -le fuzzing_seconds ]] || seconds=$fuzzing_seconds
    # shellcheck disable=SC2016  # the inner bash expands them
    printf '%s\0' "${targets[@]}" |
        xargs -0 -P "$(nproc)" -I{} bash -c 'fuzz_one "$1" "$2"' bash {} "$seconds"
}

if [[ $thorough == yes ]]; then
    stage "install" install_dependencies thorough
    stage "format" check_format
else
    stage "install" install_dependencies
fi
stage "release build" configure_and_build release
stage "release tests" run_tests release
if [[ $thorough == yes ]]; then
    stage "sanitized build" build_sanitized_core
    stage "asan tests" run_core_tests
    stage "fuzzing" run_fuzzing
    stage "tsan build" build_threaded_tests
    stage "tsan tests" run_threaded_tests
fi
