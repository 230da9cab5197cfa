// ComparableRun: everything that a comparison needs to know of a run, read once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/run/run_folder.h"
#include "core/study/queue/example_losses.h"
#include "core/study/queue/run_facts.h"

namespace tunebench {

struct ComparableRun {
    std::filesystem::path folder = {};
    std::string id = {};
    std::string name = {};  // as the user calls it now
    RunConfig config = {};
    FileHashes hashes = {};    // of what it has read
    bool is_imported = false;  // of its settings only those are known that the other program named
    RunFacts facts = {};
    std::uint64_t result_bytes = 0;
    std::vector<ExampleLosses> example_losses = {};
};

/// Without its example losses. Errors when its events cannot be read.
Result<ComparableRun> read_comparable_run(const RunFolder& run);

/// What the studies of their data folders measured of the runs.
void add_example_losses(std::vector<ComparableRun>& runs);

/// Whole. The error of the first run that cannot be read.
Result<std::vector<ComparableRun>> read_comparable_runs(const std::vector<RunFolder>& runs);

}  // namespace tunebench
