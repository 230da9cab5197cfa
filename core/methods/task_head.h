// The head of a classification task trains whole with every method, beside whatever the method adds. That is
// said here once: methods neither know nor name it.
#pragma once

#include "core/methods/method.h"

namespace tunebench {

/// What the method does to the model, with the parameters of the task's head after the method's own under
/// their names in the model. InvalidArgument where the method would adapt the head as well, or would leave
/// the rows of new tokens untrained.
Result<MethodPlan> plan_of(const Method& method, const ModelConfig& model, const ParamMap& params);

}  // namespace tunebench
