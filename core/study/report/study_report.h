// StudyReport: the measured trade-off of a study's methods and what can be concluded from it. Values only;
// how they are written is document.h's business.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/study/queue/study_results.h"
#include "core/study/report/common_examples.h"
#include "core/study/statistics/paired_comparison.h"

namespace tunebench {

inline constexpr double kReportConfidence = 0.95;

/// Means are over the seeds that were measured. Losses in nats.
struct ArmReport {
    std::string name = {};
    std::string method_id = {};
    std::string method_name = {};
    ParamMap grid = {};
    std::int64_t seeds = 0;   // measured
    std::int64_t failed = 0;  // runs
    double learning_rate = 0.0;
    std::vector<RateTry> tries = {};
    std::optional<MeanWithError> loss = {};  // on the held-out examples; none: nothing was measured
    double accuracy = MeasuredRun::kNone;    // 0 to 1
    std::optional<PairedComparison> against_baseline =
        {};                  // none: the baseline itself, or it cannot be compared
    std::int64_t steps = 0;  // of the shortest run
    std::int64_t trainable_parameters = 0;
    std::int64_t total_parameters = 0;
    std::uint64_t peak_bytes = 0;  // the largest
    std::uint64_t predicted_peak_bytes = 0;
    std::uint64_t result_bytes = 0;
    double seconds = 0.0;                     // of training
    double forgetting = MeasuredRun::kNone;   // loss on the general text, after less before
    double overfitting = MeasuredRun::kNone;  // held-out loss less that on the training sample
    bool on_memory_front = false;             // no other has less memory and a lower loss
    bool on_parameter_front = false;
    bool on_time_front = false;
};

struct StudyReport {
    std::string name = {};
    std::string equal = {};  // what was held equal, in words
    std::size_t baseline = 0;
    std::int64_t planned_seeds = 0;
    std::int64_t seeds = 0;                 // that all compared methods have
    std::int64_t examples = 0;              // held out
    double base_loss = MeasuredRun::kNone;  // of the untrained model on the same examples
    std::vector<ArmReport> arms = {};
    std::vector<std::string> verdict = {};  // sentences
    std::vector<std::string> notes = {};    // sentences: what weakens the comparison
};

StudyReport report_study(const StudyPlan& plan, const StudyResults& results);

/// Fills in seeds, examples, losses and tests, and notes who cannot be paired; of the arms only names are
/// needed.
void compare_arms(StudyReport& report, const CommonLosses& common);

/// Of what was measured, in words.
std::vector<std::string> verdict_of(const StudyReport& report);

/// To what a result with so many seeds generalises.
std::string generalisation_text(std::int64_t seeds);

/// Null where there is none.
OrderedJson paired_comparison_to_json(const std::optional<PairedComparison>& comparison);

OrderedJson study_report_to_json(const StudyReport& report);

}  // namespace tunebench
