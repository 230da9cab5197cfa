// Inverse questions: how large a batch, how long a row, how large an adapter and how large a model fit into a
// size, each with everything else as it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/memory/memory_fit.h"

namespace tunebench {

/// The largest value of a setting that fits.
struct LargestValue {
    std::string setting = {};  // "budget.batch_size", as --set takes it
    std::int64_t value = 0;    // 0: none fits
    std::uint64_t expected_bytes = 0;
    bool is_ceiling = false;  // what the model or the setting can have at most; memory would take more
    bool operator==(const LargestValue&) const = default;
};

/// Of the batch, the length and, where the method has one, its size. `calibration`: as of fit_memory.
std::vector<LargestValue> largest_values(const ModelConfig& model, const RunConfig& run,
                                         std::uint64_t limit_bytes,
                                         const MemoryCalibration& calibration = {});

/// A model that a run fits with: of a named shape (core/models/shapes.h), or the one at hand with other
/// layers.
struct LargestModel {
    std::string shape = {};   // empty: the one at hand
    std::int64_t layers = 0;  // that it has
    std::int64_t parameters = 0;
    std::uint64_t expected_bytes = 0;
    bool operator==(const LargestModel&) const = default;
};

/// Of the known shapes of the model's family the one with the most parameters. Where none fits, or the model
/// itself fits and is larger than all that are known, itself with as many layers as fit; none when not even
/// one does.
std::optional<LargestModel> largest_model(const ModelConfig& like, const RunConfig& run,
                                          std::uint64_t limit_bytes,
                                          const MemoryCalibration& calibration = {});

}  // namespace tunebench
