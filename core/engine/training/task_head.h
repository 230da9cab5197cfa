// The half with tensors of core/methods/task_head.h: the head of a classification task trains with every
// method.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/engine/training/attachment.h"

namespace tunebench {

/// Attaches the method to a frozen model and has the task's head train beside it. The list equals plan_of's,
/// in order.
Result<std::vector<TrainableParameter>> attach_method(const Attachment& attachment, CausalModel& model,
                                                      const ParamMap& params, std::uint64_t seed);

/// The method's own parameters, and those of the head, which an adapter's file holds under other names.
struct ParameterParts {
    std::vector<TrainableParameter> method = {};
    std::vector<TrainableParameter> head = {};
};
ParameterParts split_head(const std::vector<TrainableParameter>& parameters);

}  // namespace tunebench
