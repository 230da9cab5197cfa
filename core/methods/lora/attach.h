// How LoRA attaches; methods that build on its two matrices attach the same way.
#pragma once

#include <vector>

#include "core/engine/training/attachment.h"
#include "core/methods/lora/layer.h"

namespace tunebench::lora {

/// Hangs one module's matrices on its projection; adds to `trainable` what trains beside them.
using Install = void (*)(Projection& projection, LowRank low_rank,
                         std::vector<TrainableParameter>& trainable);

/// What `plan` says, in its order: A, B and what `install` adds, module by module, then base parameters.
Result<std::vector<TrainableParameter>> attach(CausalModel& model, const Config& config,
                                               const MethodPlan& plan, std::uint64_t seed, Install install);

/// The parameters as PEFT's file holds them. Those whose start the base weight gave away get it back as A and
/// B of twice the rank, [A; A₀] and [B, −B₀], for the unchanged base model.
Result<NamedTensors> to_file(std::string_view format, const CausalModel& model, const ParamMap& params,
                             const std::vector<TrainableParameter>& parameters);

}  // namespace tunebench::lora
