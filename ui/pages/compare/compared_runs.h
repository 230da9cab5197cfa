// What the compare page knows of its runs, read off the UI thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/history/history.h"
#include "core/jobs/cancel_token.h"
#include "core/study/report/run_comparison.h"
#include "ui/run/run_places.h"

namespace tunebench::ui {

struct ComparedRuns {
    std::vector<ComparableRun> runs = {};   // in the order that was asked for
    std::vector<std::string> metrics = {};  // that some run has curves of, the usual ones first
    std::vector<Error> problems = {};       // a run each that could not be read
    bool isAnyActive = false;               // some run goes on
};

/// Through a connection to the history of its own.
ComparedRuns readComparedRuns(const std::filesystem::path& database, const std::vector<std::string>& ids,
                              const CancelToken& cancel);

struct MetricCurves {
    std::vector<StepValues> runs = {};  // of a run that has no values an empty one
    int unplaced = 0;                   // runs that have values, but the history does not know where they are
};

/// The runs' values of a metric, in their order.
MetricCurves readCurves(const std::filesystem::path& database, const std::vector<std::string>& ids,
                        const std::string& metric, PlaceKind along, const CancelToken& cancel);

}  // namespace tunebench::ui
