#include "core/engine/layers/forward_context.h"

#include "core/engine/memory/device.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

/// SplitMix64's finaliser: neighbouring seeds and sites give unrelated streams.
std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

}  // namespace

at::Tensor dropout(const at::Tensor& x, double probability, const ForwardContext& context,
                   std::uint64_t site) {
    if (!context.training || probability <= 0.0)
        return x;
    auto generator =
        seeded_generator(x.device(), mixed(context.dropout_seed + mixed(site + 0x9e3779b97f4a7c15ULL)));
    const double keep = 1.0 - probability;
    auto mask = at::empty(x.sizes(), x.options().requires_grad(false));
    mask.bernoulli_(keep, generator).div_(keep);
    return x * mask;
}

}  // namespace tunebench
