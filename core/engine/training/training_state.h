// TrainingState: everything of a run besides tensors that a checkpoint must hold, so that the continued run
// is the same as the uninterrupted one, to the bit. Random streams are functions of seed and step, and need
// no state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/data/sampler.h"
#include "core/engine/training/loss_scale.h"

namespace tunebench {

/// Settings that somebody changed while the run trained; none: as the run's configuration has them.
struct Adjustments {
    std::optional<double> learning_rate = {};
    std::optional<std::int64_t> evaluation_every = {};
    bool operator==(const Adjustments&) const = default;
};

struct TrainingState {
    std::int64_t step = 0;  // optimizer steps done
    SamplerPosition position = {};
    std::int64_t tokens = 0;  // read so far
    double last_loss = 0.0;
    std::optional<double> best_loss = {};  // of validation
    std::int64_t best_step = 0;
    std::int64_t evaluations_without_gain = 0;
    std::int64_t evaluated_step = -1;     // the last step that was evaluated
    std::int64_t sampled_step = -1;       // the last of which all planned samples were drawn
    double elapsed_seconds = 0.0;         // training time over all sessions, without pauses
    double rate_scale = 1.0;              // of the learning rate: halved each time that the run rolls back
    std::int64_t nonfinite_in_a_row = 0;  // steps that were left out since the last good one
    LossScale loss_scale = {};
    Adjustments adjusted = {};
    std::vector<std::string> labels = {};  // of a run that classifies, by class index
    bool operator==(const TrainingState&) const = default;
};

Json to_json(const TrainingState& state);
Result<TrainingState> training_state_from(const Json& json);

}  // namespace tunebench
