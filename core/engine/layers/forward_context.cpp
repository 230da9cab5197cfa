#include "core/engine/layers/forward_context.h"

#include <cmath>

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

at::Generator generator_of(const ForwardContext& context, const at::Device& device, std::uint64_t site) {
    return seeded_generator(device, mixed(context.dropout_seed + mixed(site + 0x9e3779b97f4a7c15ULL)));
}

/// What random numbers for x are drawn in: the same ones in every precision.
at::ScalarType drawn_type(const at::Tensor& x) {
    return x.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
}

constexpr std::uint64_t kEmbeddingSite = ~std::uint64_t{0};  // methods count theirs from 0

}  // namespace

at::Tensor dropout(const at::Tensor& x, double probability, const ForwardContext& context,
                   std::uint64_t site) {
    if (!context.training || probability <= 0.0)
        return x;
    auto generator = generator_of(context, x.device(), site);
    const double keep = 1.0 - probability;
    auto mask = at::empty(x.sizes(), x.options().dtype(drawn_type(x)).requires_grad(false));
    mask.bernoulli_(keep, generator).div_(keep);
    return x * mask.to(x.scalar_type());
}

at::Tensor with_embedding_noise(const at::Tensor& embedded, const ForwardContext& context) {
    if (!context.training || context.neftune_alpha <= 0.0)
        return embedded;
    auto generator = generator_of(context, embedded.device(), kEmbeddingSite);
    auto noise =
        at::empty(embedded.sizes(), embedded.options().dtype(drawn_type(embedded)).requires_grad(false));
    noise.uniform_(-1.0, 1.0, generator);
    for (std::size_t i = 0; i + 1 < context.starts.size(); ++i) {
        const auto length = context.starts[i + 1] - context.starts[i];
        const auto numbers = static_cast<double>(length) * static_cast<double>(embedded.size(1));
        noise.narrow(0, context.starts[i], length).mul_(context.neftune_alpha / std::sqrt(numbers));
    }
    return embedded + noise.to(embedded.scalar_type());
}

}  // namespace tunebench
