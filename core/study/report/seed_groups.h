// SeedGroup: runs with the same configuration but for the seed: repetitions of one experiment.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/study/report/comparable_run.h"

namespace tunebench {

struct SeedGroup {
    std::string name = {};
    std::vector<std::size_t> runs = {};  // indices, ascending; at least one
    bool operator==(const SeedGroup&) const = default;
};

/// In the order of their first runs. A repetition of a seed says nothing about other seeds and begins another
/// group; so does every imported run, of whose settings too little is known. Names of runs are no settings.
std::vector<SeedGroup> seed_groups(const std::vector<ComparableRun>& runs);

/// Every run for itself.
std::vector<SeedGroup> single_groups(const std::vector<ComparableRun>& runs);

}  // namespace tunebench
