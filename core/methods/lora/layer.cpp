#include "core/methods/lora/layer.h"

#include <cmath>

#include "core/engine/ops/linear.h"

namespace tunebench::lora {
namespace {

Start of_singular_values(const at::Tensor& weight, const Adapted& site) {
    const auto [u, s, v] = at::linalg_svd(weight.to(at::kFloat), /*full_matrices=*/false);
    const auto roots = (s.narrow(0, 0, site.rank) / site.scale).sqrt();
    return {.a = (v.narrow(0, 0, site.rank) * roots.unsqueeze(1)).contiguous(),
            .b = (u.narrow(1, 0, site.rank) * roots).contiguous()};
}

Start of_orthogonal_factors(const at::Tensor& weight, const Adapted& site) {
    const auto [q, r] = at::linalg_qr(weight.to(at::kFloat));
    return {.a = r.narrow(0, 0, site.rank).contiguous(), .b = q.narrow(1, 0, site.rank).contiguous()};
}

}  // namespace

at::Tensor LowRankDelta::forward(const Projection& owner, const at::Tensor& x,
                                 const ForwardContext& context) {
    const auto& [a, b, scale, drop, site] = low_rank_;
    if (context.training && drop > 0.0)
        return AdditiveDelta::forward(owner, x, context);
    const auto out = adapted_linear(x, owner.frozen_weight(), a, b, scale);
    return owner.bias.defined() ? out + owner.bias.to(out.scalar_type()) : out;
}

at::Tensor LowRankDelta::added(const at::Tensor& out, double share, const at::Tensor& x,
                               const ForwardContext& context) {
    const auto& [a, b, scale, drop, site] = low_rank_;
    // The scale goes where the tensor is smallest: (n, rank).
    const auto inner = apply_linear(dropout(x, drop, context, site), a) * (share * scale);
    return out + apply_linear(inner, b);
}

at::Tensor LowRankDelta::merged_share(const at::Tensor& weight, double share) const {
    const auto& [a, b, scale, drop, site] = low_rank_;
    return at::addmm(weight.to(a.scalar_type()), b, a, 1.0, share * scale);
}

at::Tensor LowRankEmbedding::added(const at::Tensor& tokens) const {
    return at::mm(at::embedding(low_rank_.a.t(), tokens), low_rank_.b.t()).mul_(low_rank_.scale);
}

at::Tensor LowRankEmbedding::merged(const at::Tensor& embedding) const {
    const auto& [a, b, scale, drop, site] = low_rank_;
    return at::addmm(embedding.to(a.scalar_type()), a.t(), b.t(), 1.0, scale);
}

Start drawn_start(const Adapted& site, Initialization initialization, at::Generator& generator) {
    const auto& info = site.projection;
    Start start{.a = at::empty({site.rank, info.in_features}),
                .b = at::zeros({info.out_features, site.rank})};
    if (site.is_embedding) {
        start.a.zero_();
        start.b.normal_(0.0, 1.0, generator);
    } else if (initialization == Initialization::Gaussian) {
        start.a.normal_(0.0, 1.0 / static_cast<double>(site.rank), generator);
    } else {
        const double bound = 1.0 / std::sqrt(static_cast<double>(info.in_features));
        start.a.uniform_(-bound, bound, generator);
    }
    return start;
}

Start cut_start(const at::Tensor& weight, const Adapted& site, Initialization initialization) {
    const at::NoGradGuard no_gradients;
    return initialization == Initialization::Pissa ? of_singular_values(weight, site)
                                                   : of_orthogonal_factors(weight, site);
}

}  // namespace tunebench::lora
