// SummaryStore: the table of metric summaries, which holds those of runs that have ended. Called inside a
// transaction.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/history/metric_reader.h"
#include "core/history/run_store.h"
#include "core/history/statement.h"

namespace tunebench {

class SummaryStore {
public:
    explicit SummaryStore(Database& database);

    /// Computes the run's summaries anew and keeps them.
    Result<void> keep(RunKey run, const std::string& run_id);

    /// The run goes on, or starts again: they are computed when they are asked for.
    Result<void> drop(RunKey run);

    /// Runs that have ended and have no summaries yet: those of a history that was made by an older version.
    struct Missing {
        RunKey key = 0;
        std::string id = {};
    };
    Result<std::vector<Missing>> missing();

private:
    MetricReader metrics_;
    Statement name_;
    Statement add_;
    Statement remove_;
    Statement mark_;
    Statement missing_;
};

}  // namespace tunebench
