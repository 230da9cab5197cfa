// DoRA's parameters (arXiv:2402.09353): LoRA's, and a trained length m of each output row.
// W' = (m / n) · (W0 + s B A), with n the lengths of the rows of W0 + s B A, held constant in backward.
#pragma once

#include "core/methods/lora/lora.h"

namespace tunebench::dora {

struct Config {
    lora::Config lora = {};
};

const std::vector<Field<Config>>& fields();

/// LoRA's plan, with a magnitude vector after each B.
Result<MethodPlan> plan_of(const ModelConfig& model, const Config& config);

}  // namespace tunebench::dora
