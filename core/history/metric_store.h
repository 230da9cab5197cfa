// MetricStore: steps and evaluations, at full precision. Called inside a transaction.
#pragma once

#include <optional>

#include "core/base/result.h"
#include "core/history/run_store.h"
#include "core/history/statement.h"
#include "core/jobs/run_event.h"

namespace tunebench {

class MetricStore {
public:
    explicit MetricStore(Database& database);

    // A step that is there already is replaced: a resumed run repeats steps.
    Result<void> add(RunKey run, const StepDone& step);
    Result<void> add(RunKey run, const EvaluationDone& evaluation, double elapsed_seconds);

    /// Forgets what came after `step`: the run went back to it.
    Result<void> go_back_to(RunKey run, std::int64_t step);

    Result<std::optional<double>> training_loss(RunKey run, std::int64_t step);
    struct Best {
        std::int64_t step = 0;
        double loss = 0.0;
    };
    Result<std::optional<Best>> best_evaluation(RunKey run);

private:
    Statement add_step_;
    Statement add_evaluation_;
    Statement remove_steps_;
    Statement remove_evaluations_;
    Statement training_loss_;
    Statement best_evaluation_;
};

}  // namespace tunebench
