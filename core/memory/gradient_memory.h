// What gradients take as a step goes on, in bytes.
#pragma once

#include <cstdint>

#include "core/methods/method.h"
#include "core/models/model_config.h"
#include "core/run/run_config.h"

namespace tunebench {

struct GradientMemory {
    std::uint64_t at_loss = 0;         // of the head, computed with the loss
    std::uint64_t in_backward = 0;     // in the last block, where backward begins
    std::uint64_t after_backward = 0;  // of all that trains, the sum of a tied matrix's two not made yet
    std::uint64_t in_step = 0;         // while the optimizer updates
    std::uint64_t between_steps = 0;
    std::uint64_t most = 0;  // that is kept, without what is only passing
};

/// Where tensors are updated within backward, those of the model keep no gradient; what the method adds is
/// updated at the end all the same, because layers may share it.
GradientMemory gradient_memory(const ModelConfig& model, const MethodPlan& plan, const RunConfig& config);

}  // namespace tunebench
