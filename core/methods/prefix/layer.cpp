#include "core/methods/prefix/layer.h"

#include "core/engine/ops/parameter_slice.h"

namespace tunebench::prefix {

at::Tensor Encoder::columns(std::int64_t begin, std::int64_t count) const {
    if (!outer_weight.defined())
        return parameter_slice(embedding, 1, begin, count);
    const auto inner = at::tanh(at::linear(embedding, inner_weight, inner_bias));
    return at::linear(inner, parameter_slice(outer_weight, 0, begin, count),
                      parameter_slice(outer_bias, 0, begin, count));
}

KeyValue LayerPrefix::key_value(const ForwardContext& /*context*/) {
    const auto width = 2 * heads_ * head_dim_;
    const auto both = encoder_.columns(layer_ * width, width).view({length(), 2, heads_, head_dim_});
    return {both.select(1, 0), both.select(1, 1)};
}

}  // namespace tunebench::prefix
