// The names under which checkpoints hold a parameter.
#pragma once

#include <string>
#include <vector>

#include "core/models/model_config.h"

namespace tunebench {

/// The parameter's own name; without the prefix of the model with a head, as checkpoints of a bare model have
/// it (GPT-2's first ones); and both as the first checkpoints of BERT call the tensors of norms, gamma and
/// beta. In the order in which they are looked for.
std::vector<std::string> stored_names(const ModelConfig& config, const std::string& parameter);

}  // namespace tunebench
