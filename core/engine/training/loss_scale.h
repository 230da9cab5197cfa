// Dynamic loss scaling for fp16 (arXiv:1710.03740), with the numbers of PyTorch's GradScaler.
#pragma once

#include <cstdint>

namespace tunebench {

/// The loss is multiplied with it, so that small gradients do not become 0 in fp16.
struct LossScale {
    static constexpr double kStart = 65536.0, kLargest = 16777216.0, kSmallest = 1.0 / 65536;
    static constexpr std::int64_t kStepsToGrow = 2000;

    double scale = 1.0;
    bool is_dynamic = false;
    std::int64_t steps_since_change = 0;
    std::int64_t skipped_steps = 0;
    bool operator==(const LossScale&) const = default;

    void after_good_step() {
        if (!is_dynamic || ++steps_since_change < kStepsToGrow)
            return;
        scale = scale < kLargest ? scale * 2.0 : scale;
        steps_since_change = 0;
    }

    /// After gradients that are not finite while the loss was. False: it cannot get smaller, the scale is not
    /// the cause.
    bool shrink() {
        if (!is_dynamic || scale <= kSmallest)
            return false;
        scale /= 2.0;
        steps_since_change = 0;
        ++skipped_steps;
        return true;
    }
};

}  // namespace tunebench
