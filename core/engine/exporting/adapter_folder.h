// Adapters in PEFT's layout: a folder with adapter_config.json and adapter_model.safetensors.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/engine/training/attachment.h"
#include "core/methods/method.h"

namespace tunebench {

/// Writes the folder (made when missing); files are written durably. `base_model` is what adapter_config.json
/// names. A classifier's head goes with every method, and its labels into labels.json.
Result<void> write_adapter(const std::filesystem::path& folder, const Method& method, const ParamMap& params,
                           const CausalModel& model, const std::string& base_model,
                           const std::vector<TrainableParameter>& parameters);

/// Whether the folder has an adapter_config.json with a peft_type.
bool is_peft_adapter(const std::filesystem::path& folder);

/// Attaches the adapter of a folder to a frozen model. A tensor that is missing, of another shape or left
/// over is an error that names it: a wrong name would silently give an un-adapted model.
Result<std::vector<TrainableParameter>> load_peft_adapter(CausalModel& model,
                                                          const std::filesystem::path& folder);

/// Copies the tensors of a file into attached parameters, by name and one by one, with the same checks.
Result<void> load_parameters(const std::vector<TrainableParameter>& parameters,
                             const std::filesystem::path& file);

/// The same for tensors that are already read; `source` names them in errors.
Result<void> load_parameters(const std::vector<TrainableParameter>& parameters,
                             std::map<std::string, at::Tensor> tensors, const std::string& source);

}  // namespace tunebench
