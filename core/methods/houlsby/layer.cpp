#include "core/methods/houlsby/layer.h"

#include <cmath>

#include "core/engine/ops/linear.h"
#include "core/engine/precision/types.h"
#include "core/engine/tensor.h"

namespace tunebench::houlsby {
namespace {

constexpr double kPaperDeviation = 1e-2;
constexpr double kBertDeviation = 0.02;
constexpr double kCut = 2.0;  // deviations

at::Tensor activated(const at::Tensor& x, Nonlinearity activation) {
    switch (activation) {
        case Nonlinearity::Relu:
            return at::relu(x);
        case Nonlinearity::Gelu:
            return at::gelu(x);
        case Nonlinearity::GeluTanh:
            return at::gelu(x, "tanh");
        case Nonlinearity::Tanh:
            return at::tanh(x);
        case Nonlinearity::Swish:
        case Nonlinearity::Published:  // settled by settings_of
            break;
    }
    return at::silu(x);
}

/// Normal within ±kCut deviations, by the inverse of its distribution.
at::Tensor truncated_normal(at::IntArrayRef shape, double deviation, at::Generator& generator) {
    const double share = std::erf(kCut / std::sqrt(2.0));
    auto values = at::empty(shape).uniform_(-share, share, generator);
    return values.erfinv_().mul_(std::sqrt(2.0) * deviation).clamp_(-kCut * deviation, kCut * deviation);
}

at::Tensor initial(Initialization initialization, bool is_up, at::IntArrayRef shape,
                   at::Generator& generator) {
    switch (initialization) {
        case Initialization::AdapterHub:
            return at::empty(shape).normal_(0.0, kBertDeviation, generator);
        case Initialization::Mam: {
            if (is_up)
                return at::zeros(shape);
            const double bound = 1.0 / std::sqrt(static_cast<double>(shape[1]));  // kaiming-uniform, a = √5
            return at::empty(shape).uniform_(-bound, bound, generator);
        }
        case Initialization::Paper:
        case Initialization::Published:  // settled by settings_of
            break;
    }
    return truncated_normal(shape, kPaperDeviation, generator);
}

}  // namespace

Weights initial_weights(Initialization initialization, std::int64_t bottleneck, std::int64_t hidden,
                        at::Generator& generator) {
    Weights weights{.down = initial(initialization, false, {bottleneck, hidden}, generator),
                    .down_bias = at::zeros({bottleneck}),
                    .up = initial(initialization, true, {hidden, bottleneck}, generator),
                    .up_bias = at::zeros({hidden})};
    return weights;
}

at::Tensor Adapter::input(const at::Tensor& branch, const at::Tensor& residual, const Norm* norm) const {
    switch (settings_.variant) {
        case Variant::Pfeiffer:
            return norm ? norm->forward(branch + residual) : branch + residual;
        case Variant::Parallel:
            return residual;
        case Variant::Houlsby:
            break;
    }
    return branch;
}

at::Tensor Adapter::apply(const at::Tensor& branch, const at::Tensor& residual, const Norm* norm,
                          const ForwardContext& context) {
    // In the type of the branch: the residual stream may be wider.
    const auto type = branch.scalar_type();
    const auto down = apply_linear(input(branch, residual, norm).to(type), weights_.down, weights_.down_bias);
    // Activations by LibTorch in fp32 where it has none for the type.
    const auto inner = is_emulated(type, branch.device())
                           ? activated(down.to(at::kFloat), settings_.activation).to(type)
                           : activated(down, settings_.activation);
    auto added = apply_linear(inner, weights_.up, weights_.up_bias);
    if (settings_.scaling != 1.0)
        added.mul_(settings_.scaling);
    return branch + dropout(added, settings_.dropout, context, site_);
}

}  // namespace tunebench::houlsby
