// Attachment: a method's half with tensors. It hangs itself on a model and says what trains.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ATen/ATen.h>

#include "core/base/result.h"
#include "core/engine/models/causal_model.h"
#include "core/params/param_value.h"

namespace tunebench {

/// A tensor that trains. `name` is that of the method's exported file, as in MethodPlan.
struct TrainableParameter {
    std::string name = {};
    at::Tensor tensor = {};  // a leaf that requires a gradient
    bool is_matrix = true;
};

struct Attachment {
    std::string_view id;
    /// Installs the method on a frozen model; new tensors are drawn from the seed. The list equals the
    /// plan's, in order.
    Result<std::vector<TrainableParameter>> (*attach)(CausalModel& model, const ParamMap& params,
                                                      std::uint64_t seed) = nullptr;
};

const Attachment* find_attachment(std::string_view method_id);  // nullptr when unknown

}  // namespace tunebench
