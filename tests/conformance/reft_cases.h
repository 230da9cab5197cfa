// LoReFT's reference cases have no adapter folder: what the interventions are stands in the manifest, their
// values among the expected tensors.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/engine/training/attachment.h"

namespace tunebench::conformance {

bool is_reft_case(const std::string& method);

/// Attaches the interventions of a case with the values of `expected`.
Result<std::vector<TrainableParameter>> attach_reft_case(CausalModel& model, const Json& entry,
                                                         const std::map<std::string, at::Tensor>& expected);

/// "intervention.1.source.weight" as the method calls it.
std::string reft_parameter(const std::string& reference_name, const Json& entry);

/// The reference gives no gradient of rotations: how each library stands for them is its own.
bool is_rotation(const TrainableParameter& parameter);

/// Where the interventions stand in each row, against the case's `locations` [interventions, rows,
/// positions].
bool stands_where_expected(const Json& entry, const at::Tensor& locations);

}  // namespace tunebench::conformance
