// RunFacts: what the events of a run say about it, in one line of numbers. The same for any run of the
// history.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/history/generalization.h"
#include "core/jobs/run_event.h"

namespace tunebench {

struct RunFacts {
    std::int64_t steps = 0;
    std::int64_t total_steps = 0;
    std::int64_t tokens = 0;
    std::int64_t total_parameters = 0;
    std::int64_t trainable_parameters = 0;
    std::uint64_t predicted_peak_bytes = 0;
    std::uint64_t peak_bytes = 0;
    double tokens_per_second = 0.0;                                   // of the last session
    double seconds = 0.0;                                             // of training, over all sessions
    double training_loss = std::numeric_limits<double>::quiet_NaN();  // see RecentTrainingLoss
    std::optional<double> validation_loss = {};                       // last of the trained model
    std::optional<double> best_validation_loss = {};                  // of finite ones
    std::optional<double> validation_accuracy = {};                   // last: of labels, else of tokens
    std::optional<Forgetting> forgetting = {};                        // of a run that measured general text
    std::optional<RunFinished> finished = {};                         // of the last session, if it has ended
};

/// Reads events.jsonl of the run's folder. A torn last line is no error, and lines of a newer version are
/// passed over, as the history does.
Result<RunFacts> read_run_facts(const std::filesystem::path& run_folder);

/// The result's folder: the adapter, or the whole model where the method has none. Empty: the run left none.
std::filesystem::path result_folder(const std::filesystem::path& run_folder, const RunFacts& facts);

/// Of all files in the result's folder, 0 without one; of a whole model its weights as well.
std::uint64_t result_bytes(const std::filesystem::path& folder);

}  // namespace tunebench
