// What is different in cases of the task cls: one label a row.
#pragma once

#include <map>
#include <string>

#include <ATen/ATen.h>

#include "core/engine/training/attachment.h"

namespace tunebench::conformance {

bool classifies(const std::map<std::string, at::Tensor>& inputs);

/// The rows without their padding, end to end, each with its class.
Batch classification_batch(const std::map<std::string, at::Tensor>& inputs);

/// Whether the parameter is what the reference calls `name`, which for the head of an adapted model begins
/// with the wrapper's path.
bool is_called(const TrainableParameter& parameter, const std::string& name);

}  // namespace tunebench::conformance
