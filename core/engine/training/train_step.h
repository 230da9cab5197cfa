// One optimizer step: forward and backward of every micro-batch, the guard, clipping, the update.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "core/data/batch.h"
#include "core/engine/ops/cross_entropy.h"
#include "core/engine/training/gradient_statistics.h"
#include "core/engine/training/trainee.h"

namespace tunebench {

struct StepSettings {
    double clip_norm = 1.0;             // 0: no clipping
    std::int64_t recompute_blocks = 0;  // at once, in backward; 0: none
    std::uint64_t dropout_seed = 0;     // of this step
    double neftune_alpha = 0.0;
    LossTerms loss_terms = {};
    double loss_scale = 1.0;
    bool update_in_backward = false;  // needs one micro-batch, no clipping
};

struct StepResult {
    double loss = 0.0;  // mean over the supervised tokens, or sequences, of all micro-batches, all terms
    double gradient_norm = 0.0;   // before clipping
    bool is_finite = true;        // false: nothing was changed, unless
    bool is_partly_done = false;  // some tensors were already updated in backward
    NarrowShares narrow = {};     // where something is computed in a narrow type
};

/// Called when a phase of the step ("forward", "backward", "optimizer") is over.
using PhaseObserver = std::function<void(std::string_view)>;

StepResult train_step(Trainee& trainee, std::span<const Batch> batches, const StepInput& input,
                      const StepSettings& settings, const PhaseObserver& phase_over);

}  // namespace tunebench
