// What a checkpoint of a training run holds: weights.safetensors, optimizer.safetensors, state.json. Where
// the weights are averaged, the averages are the weights, and training.safetensors has those that train.
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/result.h"
#include "core/engine/training/trainee.h"
#include "core/engine/training/training_state.h"

namespace tunebench {

/// Bytes that the files will take, for the check of the disk.
std::uint64_t checkpoint_bytes(const Trainee& trainee);

Result<void> write_content(const std::filesystem::path& folder, const Trainee& trainee,
                           const TrainingState& state);

/// Weights, optimizer states and the state of the run.
Result<TrainingState> read_content(const std::filesystem::path& folder, Trainee& trainee);

/// Copies the content of one checkpoint's folder into another's, with this state of the run in the place of
/// its own.
Result<void> copy_content(const std::filesystem::path& from, const std::filesystem::path& to,
                          const TrainingState& state);

/// The state of the run alone.
Result<TrainingState> read_state(const std::filesystem::path& folder);

/// The weights alone.
Result<void> read_weights(const std::filesystem::path& folder,
                          const std::vector<TrainableParameter>& parameters);

}  // namespace tunebench
