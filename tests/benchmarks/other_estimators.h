// The formulas of public memory estimators, as they are published, for the runs of the grid.
#pragma once

#include <span>
#include <string_view>

#include "core/memory/estimate.h"

namespace tunebench::grid {

/// What their formulas ask for.
struct RunSize {
    double total = 0.0, trained = 0.0;  // parameters
    double width = 4.0;                 // bytes of a weight
    double base_width = 4.0;            // of a frozen one, quantized or not
    double batch = 1.0, length = 1.0;
    double layers = 0.0, hidden = 0.0, heads = 0.0, key_value = 0.0, inner = 0.0, vocabulary = 0.0;
    bool is_full = false, is_checkpointed = false;

    double rows() const { return batch * length; }
};

RunSize size_of(const ModelConfig& model, const RunConfig& run, const BatchShape& shape,
                const MemoryEstimate& estimate);

/// Constants for a GPU's context are left out: the grid runs on a processor.
struct OtherEstimator {
    std::string_view name;
    double (*bytes)(const RunSize& size);
};

std::span<const OtherEstimator> other_estimators();

}  // namespace tunebench::grid
