#include "core/engine/generation/token_probabilities.h"

#include <algorithm>
#include <numeric>

namespace tunebench {

TokenProbabilities::TokenProbabilities(const at::Tensor& logits) {
    const auto shares = at::softmax(logits.to(at::kCPU, at::kDouble), 0).contiguous();
    const auto* data = shares.data_ptr<double>();
    shares_.assign(data, data + shares.numel());
}

std::vector<std::int32_t> TokenProbabilities::likeliest(std::int64_t count) const {
    std::vector<std::int32_t> order(shares_.size());
    std::iota(order.begin(), order.end(), 0);
    const auto wanted = std::clamp<std::int64_t>(count, 0, std::ssize(order));
    std::ranges::partial_sort(order, order.begin() + wanted, [this](std::int32_t a, std::int32_t b) {
        return of(a) != of(b) ? of(a) > of(b) : a < b;
    });
    order.resize(static_cast<std::size_t>(wanted));
    return order;
}

}  // namespace tunebench
