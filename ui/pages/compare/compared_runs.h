// What the compare page knows of its runs, read off the UI thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/history/history.h"
#include "core/jobs/cancel_token.h"
#include "core/study/report/run_comparison.h"

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

/// The runs' values of a metric, in their order; of a run that has none an empty one.
std::vector<StepValues> readCurves(const std::filesystem::path& database, const std::vector<std::string>& ids,
                                   const std::string& metric, const CancelToken& cancel);

}  // namespace tunebench::ui
