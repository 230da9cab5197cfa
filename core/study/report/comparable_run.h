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
    std::string id = {};
    std::string name = {};  // as the user calls it now
    RunConfig config = {};
    bool is_imported = false;  // of its settings only those are known that the other program named
    RunFacts facts = {};
    std::uint64_t result_bytes = 0;
    std::vector<ExampleLosses> example_losses = {};
};

/// Errors of the first run whose events cannot be read.
Result<std::vector<ComparableRun>> read_comparable_runs(const std::vector<RunFolder>& runs);

}  // namespace tunebench
