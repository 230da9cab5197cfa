// Names of tensors in AdapterHub's files hold the name of the adapter.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <ATen/ATen.h>

#include "core/base/result.h"

namespace tunebench::adapterhub {

/// "…<before><any name><after>…" with the name that our adapters have. Unsupported where the file, which
/// `source` names, holds more than one adapter.
Result<std::map<std::string, at::Tensor>> under_our_name(std::map<std::string, at::Tensor> tensors,
                                                         std::string_view before, std::string_view after,
                                                         const std::string& source);

}  // namespace tunebench::adapterhub
