// Adam's update in one pass (core/engine/ops/adam_update.h). States may lie in page-locked memory of the
// host, which the device reads and writes through the bus: that is what paged states are.
#pragma once

#include <optional>

#include "core/engine/ops/cuda/numbers.h"

namespace tunebench::cuda {

/// The constants of a step.
struct AdamStep {
    float step_size, root_correction, beta1, beta1_rest, beta2, beta2_rest, eps, keep, l2, scale;
    bool rounds_by_chance = false;
    std::uint64_t seed = 0;
};

struct AdamTensors {
    std::int64_t count = 0;
    Numbers parameter = {};
    ConstNumbers gradient = {};
};

Status adam(const AdamStep& step, const AdamTensors& tensors, float* mean, float* mean_of_squares,
            Stream stream);

/// A state as codes of 8 or 4 bits (core/engine/ops/coded_state.h).
struct Codes {
    std::uint8_t* codes = nullptr;
    float* scales = nullptr;      // one a block
    const float* book = nullptr;  // on the host: ascending, 256 entries or 16
};
struct CodeKind {
    int bits = 8;
    std::int64_t block = 256;  // numbers; at most 256
};

Status adam_on_codes(const AdamStep& step, const AdamTensors& tensors, const CodeKind& kind,
                     const Codes& mean, const Codes& mean_of_squares, Stream stream);

}  // namespace tunebench::cuda
