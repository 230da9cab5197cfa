#include "core/engine/quantization/nearest_code.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tunebench {

NearestCode::NearestCode(const at::Tensor& code_book) : places_(std::size_t{1} << (32 - kDroppedBits)) {
    const auto book = code_book.to(at::kCPU, at::kFloat).contiguous();
    const auto* values = book.data_ptr<float>();
    std::vector<std::uint8_t> order(static_cast<std::size_t>(book.numel()));
    std::iota(order.begin(), order.end(), std::uint8_t{0});
    std::ranges::stable_sort(order, {}, [&](std::uint8_t code) { return values[code]; });
    midpoints_.fill(std::numeric_limits<float>::infinity());
    for (std::size_t i = 0; i < order.size(); ++i) {
        codes_[i] = order[i];
        if (i + 1 < order.size())
            midpoints_[i] = (values[order[i]] + values[order[i + 1]]) / 2.0F;
    }
    constexpr std::uint32_t kLowBits = (std::uint32_t{1} << kDroppedBits) - 1;
    const auto last = midpoints_.begin() + static_cast<std::ptrdiff_t>(order.size()) - 1;
    for (std::uint32_t upper = 0; upper < places_.size(); ++upper) {
        const auto first = upper << kDroppedBits;
        const auto lowest = std::bit_cast<float>(first >> 31 != 0 ? first | kLowBits : first);
        // NaN is above no midpoint.
        const auto above =
            std::isnan(lowest) ? midpoints_.begin() : std::lower_bound(midpoints_.begin(), last, lowest);
        places_[upper] = static_cast<std::uint8_t>(above - midpoints_.begin());
    }
}

}  // namespace tunebench
