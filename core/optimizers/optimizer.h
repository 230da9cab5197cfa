// Optimizer: an update rule as everything without tensors sees it. One folder an optimizer: describe.cpp
// (core) and step.cpp (engine), and a line in optimizers.def.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/params/param_spec.h"

namespace tunebench {

struct Optimizer {
    std::string_view id;
    std::string_view title;
    std::string_view summary;
    std::vector<ParamSpec> specs;
    Result<void> (*check)(const ParamMap& params) = nullptr;
    /// Bytes of optimizer state for an fp32 tensor of that shape (2NB and 4NB count weight and gradient too).
    /// `is_block_weight`: it is the model's own weight of a projection within a block.
    std::int64_t (*state_bytes)(const ParamMap& params, std::span<const std::int64_t> shape,
                                bool is_block_weight) = nullptr;
    int copies_in_a_step = 0;           // of the tensor at hand, in fp32, which exist while it is updated
    int copies_of_block_weight = 0;     // the same, more of a block's weight
    bool widens_in_a_step = false;      // a 16-bit tensor or gradient whole, instead of block by block
    bool has_kernels = false;           // updates in one pass on an accelerator too
    bool is_for_block_weights = false;  // the rest is updated by another rule
};

/// The parameters with the default of the learning rate times `rate_factor`, which a method states.
std::vector<ParamSpec> specs_with_rate(const Optimizer& optimizer, double rate_factor);

/// Elements of a tensor of that shape.
std::int64_t element_count(std::span<const std::int64_t> shape);

std::span<const Optimizer* const> all_optimizers();
const Optimizer* find_optimizer(std::string_view id);  // nullptr when unknown

}  // namespace tunebench
