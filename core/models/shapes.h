// Named shapes of known models, for measuring speed and memory without their weights.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/models/model_config.h"

namespace tunebench {

std::vector<std::string> shape_names();

/// Unknown names are errors that list the known ones.
Result<ModelConfig> shape_config(std::string_view name);

/// The same model with so many layers, 1 or more; what differs from layer to layer comes again in that order.
ModelConfig with_layers(ModelConfig model, std::int64_t layers);

}  // namespace tunebench
