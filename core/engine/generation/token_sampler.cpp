#include "core/engine/generation/token_sampler.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace tunebench {
namespace {

/// Token ids by falling logit, of equal ones the smaller first, cut to the top k and then to the smallest set
/// whose share reaches top_p. What top_k leaves out is not sorted.
std::vector<std::int32_t> candidates(const std::vector<double>& weights, const SamplingOptions& options) {
    std::vector<std::int32_t> order(weights.size());
    std::iota(order.begin(), order.end(), 0);
    const auto comes_first = [&](std::int32_t a, std::int32_t b) {
        const double of_a = weights[static_cast<std::size_t>(a)];
        const double of_b = weights[static_cast<std::size_t>(b)];
        return of_a > of_b || (of_a == of_b && a < b);
    };
    if (options.top_k > 0 && options.top_k < std::ssize(order)) {
        std::ranges::nth_element(order, order.begin() + options.top_k, comes_first);
        order.resize(static_cast<std::size_t>(options.top_k));
    }
    std::ranges::sort(order, comes_first);
    double total = 0.0;
    for (const auto id : order)
        total += weights[static_cast<std::size_t>(id)];
    double share = 0.0;
    for (std::size_t kept = 0; kept < order.size(); ++kept) {
        share += weights[static_cast<std::size_t>(order[kept])] / total;
        if (share >= options.top_p) {
            order.resize(kept + 1);
            break;
        }
    }
    return order;
}

}  // namespace

std::int32_t choose_token(const at::Tensor& logits, const SamplingOptions& options, Random& random) {
    if (options.temperature <= 0.0)
        return static_cast<std::int32_t>(logits.argmax().item<std::int64_t>());
    const auto scaled = logits.to(at::kCPU, at::kDouble).div(options.temperature);
    const auto shares = at::softmax(scaled, 0).contiguous();
    const auto* data = shares.data_ptr<double>();
    const std::vector<double> weights(data, data + shares.numel());
    const auto order = candidates(weights, options);
    double total = 0.0;
    for (const auto id : order)
        total += weights[static_cast<std::size_t>(id)];
    double point = random.uniform() * total;
    for (const auto id : order) {
        point -= weights[static_cast<std::size_t>(id)];
        if (point < 0.0)
            return id;
    }
    return order.back();
}

}  // namespace tunebench
