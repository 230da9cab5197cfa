// How far down a model a method trains.
#pragma once

#include <cstdint>
#include <vector>

#include "core/methods/method.h"
#include "core/models/model_config.h"

namespace tunebench {

/// The lowest block that trains or has something trained below it, from the names of the tensors: below it no
/// gradient is needed. The number of blocks when only what follows them trains.
std::int64_t first_trained_layer(const ModelConfig& model, const std::vector<TrainableTensor>& tensors);

}  // namespace tunebench
