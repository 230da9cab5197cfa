#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures how long a run takes from its start to its first step, once without and once with the cache of tokens:
#   tests/benchmarks/first_step.sh BUILD-FOLDER [ROWS [BYTES-A-TURN [MODEL]]]
# With BYTES-A-TURN 600 a row has 1.8 kB. MODEL is by default the bundled one, with room for long rows.
set -euo pipefail
build=$(realpath "$1")
rows=${2:-100000}
bytes=${3:-600}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [[ $# -ge 4 ]]; then
    model=$(realpath "$4")
else
    model=$work/model
    cp -r "$(dirname "$0")/../../resources/samples/town-model" "$model"
    sed -i 's/\("max_position_embeddings": *\)[0-9]*/\12048/' "$model/config.json"
fi
export TUNEBENCH_DATA=$work/data
"$build/bin/tunebench-chat-rows" "$rows" "$bytes" >"$work/chat.jsonl"
cat >"$work/run.json" <<END
{ "format": "tunebench.run/1", "name": "first step", "model": { "path": "$model" },
  "data": { "train": ["$work/chat.jsonl"], "template": "chatml", "max_length": 2048 },
  "budget": { "steps": 1, "batch_size": 1 }, "schedule": { "id": "constant", "warmup_ratio": 0 }, "evaluation": { "every": 0 } }
END

seconds_to_first_step() {
    local begin first
    begin=$(date +%s.%N)
    # The pipe stays open to its end: the run is not to be stopped by it.
    first=$("$build/bin/tunebench-cli" run "$work/run.json" --json |
        while read -r line; do
            [[ $line == *'"event":"step"'* ]] && date +%s.%N
        done | head -n 1)
    [[ -n $first ]] || { echo "the run made no step" >&2 && exit 1; }
    awk -v from="$begin" -v to="$first" 'BEGIN { printf "%.2f", to - from }'
}

printf '%s rows, %s bytes\n' "$rows" "$(stat --format %s "$work/chat.jsonl")"
first=$(seconds_to_first_step)
second=$(seconds_to_first_step)
printf 'first start:  %s s to the first step\nsecond start: %s s to the first step\n' "$first" "$second"
