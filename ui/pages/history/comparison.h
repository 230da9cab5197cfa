// Comparison: what the history page draws of the chosen runs, read off the UI thread through a connection of
// its own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/history/history.h"
#include "core/jobs/cancel_token.h"

namespace tunebench::ui {

struct ComparedRun {
    std::string id = {};
    RunConfig config = {};
    std::vector<double> steps = {};
    std::vector<double> values = {};
    std::string error = {};  // why it could not be read
};

struct Comparison {
    std::vector<ComparedRun> runs = {};
    std::vector<std::string> metrics = {};  // that one of them has
};

Comparison readComparison(const std::filesystem::path& database, const std::vector<std::string>& ids,
                          const std::string& metric, const CancelToken& cancel);

}  // namespace tunebench::ui
