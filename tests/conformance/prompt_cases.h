// What is particular to reference cases with virtual tokens: PEFT's names, the projection's start values, and
// logits of the virtual positions.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/engine/training/attachment.h"

namespace tunebench::conformance {

/// What we call a tensor of PEFT's prompt encoder; other names stay.
std::string prompt_tensor_name(const std::string& on_disk, const std::vector<TrainableParameter>& parameters);

/// The mask (B, T) with `count` virtual positions, which are never padding, before each row.
at::Tensor with_virtual_positions(const at::Tensor& mask, std::int64_t count);

/// Attaches a prefix with its projection. The adapter's files describe the finished prefix alone: the start
/// values of the projection are among what is expected.
Result<std::vector<TrainableParameter>> attach_projected_prefix(CausalModel& model,
                                                                const std::filesystem::path& folder);

}  // namespace tunebench::conformance
