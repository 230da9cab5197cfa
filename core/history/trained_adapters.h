// The adapters that runs on one model have left, for whoever wants to put them on it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/history/history.h"

namespace tunebench {

struct TrainedAdapter {
    RunSummary run = {};
    std::filesystem::path folder = {};  // in the run's folder
};

/// Newest first. Archived and imported runs, and those whose result is a whole model or gone, are left out.
/// `model` as runs are frozen with it: an absolute path.
Result<std::vector<TrainedAdapter>> trained_adapters(HistoryReader& history,
                                                     const std::filesystem::path& model);

}  // namespace tunebench
