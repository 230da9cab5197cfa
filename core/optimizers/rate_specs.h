// Descriptions of the parameters that several optimizers share, so that they read alike in every form.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/params/param_spec.h"

namespace tunebench {

ParamSpec learning_rate_spec();
ParamSpec weight_decay_spec(std::string_view help);  // how the rule applies it differs
ParamSpec decay_spec();
ParamSpec betas_spec();
ParamSpec eps_spec();
ParamSpec states_spec();
ParamSpec paged_spec();

/// Two numbers in [0, 1). InvalidArgument otherwise, with field "betas".
Result<void> check_betas(const std::vector<double>& betas);

}  // namespace tunebench
