// Comparison: what the history page draws of the chosen runs, read off the UI thread through a connection of
// its own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/history/history.h"
#include "core/jobs/cancel_token.h"
#include "ui/run/run_places.h"

namespace tunebench::ui {

struct ComparedRun {
    std::string id = {};
    RunConfig config = {};
    std::vector<double> places = {};  // of the values; empty when the history does not know them
    std::vector<double> values = {};
    std::string error = {};  // why it could not be read
};

struct Comparison {
    std::vector<ComparedRun> runs = {};
    std::vector<std::string> metrics = {};  // that one of them has
    std::string metric = {};                // what the values are
    PlaceKind along = PlaceKind::Step;      // what the places are
};

Comparison readComparison(const std::filesystem::path& database, const std::vector<std::string>& ids,
                          const std::string& metric, PlaceKind along, const CancelToken& cancel);

}  // namespace tunebench::ui
