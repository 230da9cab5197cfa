// The terms that the phases of a memory estimate are made of. Part of estimate.cpp.
#pragma once

#include <cstdint>

#include "core/memory/estimate.h"
#include "core/memory/gradient_memory.h"
#include "core/memory/parameter_memory.h"

namespace tunebench {

/// In bytes.
struct MemoryTerms {
    std::uint64_t workspace = 0;  // that an accelerator's products keep
    ParameterMemory parameters = {};
    GradientMemory gradients = {};
    std::uint64_t average = 0;       // a moving average of what trains
    std::uint64_t adapted_head = 0;  // a head with an adapter is made whole, and so is its gradient
    bool updates_in_backward = false;
    double kept = 0.0;   // that all blocks keep for backward
    double group = 0.0;  // what blocks keep while they are computed again, beyond all inputs (checkpointing)
    double first_group = 0.0;  // the same of the first ones, when other inputs are gone
    double forward_transient = 0.0, backward_transient = 0.0;
    double stream = 0.0;  // one residual stream
    double rows = 0.0;    // its supervised rows, as the head takes them
    double logits = 0.0;  // the chunk's
};

MemoryTerms memory_terms(const ModelConfig& model, const MethodPlan& plan, const RunConfig& config,
                         const QuantizationSettings& quantization, const Optimizer& optimizer,
                         const BatchShape& batch);

}  // namespace tunebench
