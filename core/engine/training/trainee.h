// Trainee: a model with a method attached and an optimizer for what trains.
#pragma once

#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/engine/models/causal_model.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/training/attachment.h"
#include "core/engine/training/gradients.h"
#include "core/engine/training/stepper.h"
#include "core/engine/training/weight_average.h"
#include "core/run/run_config.h"

namespace tunebench {

struct Trainee {
    std::unique_ptr<CausalModel> model = {};
    std::vector<TrainableParameter> parameters = {};
    std::unique_ptr<Gradients> gradients = {};
    std::unique_ptr<Stepper> stepper = {};
    std::unique_ptr<WeightAverage> average = {};  // null: the weights themselves are used
};

/// Loads the model (or draws it from the seed), attaches the method and makes the optimizer. `labels`: of a
/// run that classifies, as the data or a checkpoint has them.
Result<Trainee> make_trainee(const RunConfig& config, const std::vector<std::string>& labels = {});

/// The same for the first step of a run: with model.adapter, from that adapter's weights. Errors when its
/// settings are not those of the run.
Result<Trainee> make_starting_trainee(const RunConfig& config, const std::vector<std::string>& labels = {});

/// The same on a model that is already there, whose tensors have the types of stored_types.
Result<Trainee> make_trainee(std::unique_ptr<CausalModel> model, const Selection& method,
                             const Selection& optimizer, std::uint64_t seed,
                             const PrecisionSection& precision = {});

/// What a model's tensors are stored in, so that the method can train on it.
Result<StoredTypes> stored_types(const ModelConfig& model, const Selection& method,
                                 const PrecisionSection& precision);

/// One thread a core when `threads` is 0. The number decides the order of sums, and so the last bits.
int set_threads(std::int64_t threads);

}  // namespace tunebench
