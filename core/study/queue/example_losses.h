// The loss of a run on each held-out example, as studies keep it: what paired tests are made of.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tunebench {

struct ExampleLosses {
    std::string measured_on =
        {};  // runs with the same text were measured on the same examples, in this order
    std::vector<double> losses = {};  // NaN: an example that was not read
};

/// For each run's folder what the studies of its data folder measured of it; mostly one evaluation, or none.
/// Files that cannot be read count as none.
std::vector<std::vector<ExampleLosses>> find_example_losses(
    const std::vector<std::filesystem::path>& run_folders);

}  // namespace tunebench
