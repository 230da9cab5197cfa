// Where backward ends: the first place of the forward pass at which something trains. What comes before it
// keeps nothing and has no gradient.
#pragma once

#include "core/methods/method.h"
#include "core/models/model_config.h"

namespace tunebench {

/// In the order of a block's forward pass.
enum class BlockPlace { Start, Attention, AttentionOutput, AfterAttention, Mlp, MlpOutput, AfterMlp, Output };

struct GradientStart {
    std::int64_t layer = 0;
    BlockPlace place = BlockPlace::Start;

    /// Whether something trains earlier than this place, whose input then has a gradient.
    bool is_before(std::int64_t of_layer, BlockPlace at) const {
        return layer < of_layer || (layer == of_layer && place < at);
    }
    /// Whether what happens at this place of this layer is part of backward.
    bool reaches(std::int64_t of_layer, BlockPlace at) const {
        return layer < of_layer || (layer == of_layer && place <= at);
    }
};

BlockPlace place_of(ProjectionRole role);

/// A layer beyond the last when nothing inside the blocks trains.
GradientStart gradient_start(const ModelConfig& model, const MethodPlan& plan);

}  // namespace tunebench
