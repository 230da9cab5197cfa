// SeedGroup: completed runs with the same configuration but for the seed, on the same files: repetitions of
// one experiment.
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

struct SeedGrouping {
    std::vector<SeedGroup> groups = {};
    std::vector<std::string> left_out = {};  // sentences: which runs do not stand with their seeds, and why
};

/// In the order of their first runs. A repetition of a seed says nothing about other seeds and begins another
/// group; so do runs on files that have changed since. A run that did not complete stands alone, and so does
/// every imported run, of whose settings too little is known. Names of runs are no settings.
SeedGrouping seed_groups(const std::vector<ComparableRun>& runs);

/// Every run for itself.
std::vector<SeedGroup> single_groups(const std::vector<ComparableRun>& runs);

}  // namespace tunebench
