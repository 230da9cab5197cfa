// One bottleneck adapter.
#pragma once

#include "core/engine/layers/sites.h"
#include "core/methods/houlsby/houlsby.h"

namespace tunebench::houlsby {

/// Shared with the list of trainable parameters.
struct Weights {
    at::Tensor down = {};       // (bottleneck, hidden)
    at::Tensor down_bias = {};  // (bottleneck)
    at::Tensor up = {};         // (hidden, bottleneck)
    at::Tensor up_bias = {};    // (hidden)
};

/// New weights as `initialization` draws them.
Weights initial_weights(Initialization initialization, std::int64_t bottleneck, std::int64_t hidden,
                        at::Generator& generator);

class Adapter : public BranchSite {
public:
    /// `site` tells this adapter's dropout stream from the others'.
    Adapter(Weights weights, const Settings& settings, std::uint64_t site)
        : weights_(std::move(weights)), settings_(settings), site_(site) {}

    at::Tensor apply(const at::Tensor& branch, const at::Tensor& residual, const Norm* norm,
                     const ForwardContext& context) override;

private:
    at::Tensor input(const at::Tensor& branch, const at::Tensor& residual, const Norm* norm) const;

    Weights weights_;
    Settings settings_;
    std::uint64_t site_;
};

}  // namespace tunebench::houlsby
