// MeasuredRun: what a study keeps of one of its runs, a file each in the study's folder. The file is there
// from the moment that the run begins, so that a study that was killed finds its runs again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

enum class MeasuredState { Started, Measured, Failed };

/// Losses are in nats a token (of a classifier, an example); NaN where they were not measured.
struct MeasuredRun {
    static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

    MeasuredState state = MeasuredState::Started;
    std::string run_folder = {};   // empty: the base model, which was not trained
    std::string measured_on = {};  // fingerprint of the data below
    std::string error = {};
    std::string error_hint = {};
    double learning_rate = 0.0;
    std::int64_t steps = 0;
    std::int64_t total_steps = 0;
    std::int64_t tokens = 0;
    std::int64_t total_parameters = 0;
    std::int64_t trainable_parameters = 0;
    std::uint64_t predicted_peak_bytes = 0;
    std::uint64_t peak_bytes = 0;
    std::uint64_t result_bytes = 0;
    double tokens_per_second = 0.0;
    double seconds = 0.0;       // of training
    double wall_seconds = 0.0;  // of everything: loading, training, measuring
    double best_validation_loss = kNone;
    double held_out_loss = kNone;      // mean over supervised tokens
    double held_out_accuracy = kNone;  // 0 to 1
    double training_loss = kNone;      // on the sample of the training data, measured as held-out data are
    double general_loss = kNone;
    std::vector<double> held_out_losses = {};  // of each example, in the data's order
};

OrderedJson measured_run_to_json(const MeasuredRun& run);
Result<MeasuredRun> measured_run_from_json(const Json& json);

}  // namespace tunebench
