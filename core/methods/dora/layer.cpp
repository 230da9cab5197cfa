#include "core/methods/dora/layer.h"

#include <algorithm>

#include "core/engine/ops/linear.h"

namespace tunebench::dora {
namespace {

constexpr std::int64_t kRows = 64;       // that are held in double at a time
constexpr double kCancelled = 1.0 / 16;  // of the summands' size: below it, digits are lost

at::Tensor squares_of_rows(const at::Tensor& weight) {
    std::vector<at::Tensor> parts;
    for (std::int64_t first = 0; first < weight.size(0); first += kRows) {
        const auto rows = weight.narrow(0, first, std::min(kRows, weight.size(0) - first));
        parts.push_back(rows.to(at::kDouble).square().sum({1}));
    }
    return at::cat(parts);
}

/// Row by row a · b, summed in double.
at::Tensor row_products(const at::Tensor& a, const at::Tensor& b) {
    return (a * b).sum({1}, /*keepdim=*/false, at::kDouble);
}

}  // namespace

RowNorms::RowNorms(const at::Tensor& weight) {
    const at::NoGradGuard no_gradients;
    squares_ = squares_of_rows(weight.detach());
}

at::Tensor RowNorms::of(const at::Tensor& weight, const lora::LowRank& low_rank) const {
    const at::NoGradGuard no_gradients;
    const auto& a = low_rank.a;
    const auto& b = low_rank.b;
    const double s = low_rank.scale;
    const auto like_a = weight.to(a.scalar_type());
    const auto own = squares_ + row_products(at::mm(b, at::mm(a, a.t())), b).mul_(s * s);
    const auto squares = own + row_products(at::mm(like_a, a.t()), b).mul_(2.0 * s);
    const auto rows = at::nonzero(squares < own * kCancelled).squeeze(1);
    if (rows.size(0) > 0) {
        const auto changed = at::addmm(like_a.index_select(0, rows), b.index_select(0, rows), a, 1.0, s);
        squares.index_copy_(0, rows, squares_of_rows(changed));
    }
    return squares.sqrt().to(a.scalar_type());
}

at::Tensor MagnitudeDelta::ratio(const Projection& owner, const ForwardContext& context) {
    // While one text is generated, nothing changes from token to token.
    const bool goes_on = context.cache && context.cache->length() > 0;
    if (!goes_on || !last_norms_.defined())
        last_norms_ = norms_.of(owner.linear_weight(), low_rank_);
    return magnitude_ / last_norms_;
}

at::Tensor MagnitudeDelta::forward(const Projection& owner, const at::Tensor& x,
                                   const ForwardContext& context) {
    const auto& [a, b, scale, drop, site] = low_rank_;
    const auto type = x.scalar_type();
    const auto lengths = ratio(owner, context).to(type);
    const auto weight = owner.frozen_weight();
    const auto bias = owner.bias.defined() ? owner.bias.to(type) : owner.bias;
    const auto dropped = dropout(x, drop, context, site);
    if (!dropped.is_same(x)) {
        auto product = owner.base(dropped);
        if (bias.defined())
            product = product - bias;
        const auto adapted = product + apply_linear(apply_linear(dropped, a) * scale, b);
        return owner.base(x).sub_(product) + adapted * lengths;
    }
    const auto product = adapted_linear(x, weight, a, b, scale);
    return bias.defined() ? at::addcmul(bias, product, lengths) : product * lengths;
}

at::Tensor MagnitudeDelta::merged(const at::Tensor& weight) const {
    const auto lengths = magnitude_ / norms_.of(weight, low_rank_);
    return at::addmm(weight.to(lengths.scalar_type()), low_rank_.b, low_rank_.a, 1.0, low_rank_.scale) *
           lengths.unsqueeze(1);
}

}  // namespace tunebench::dora
