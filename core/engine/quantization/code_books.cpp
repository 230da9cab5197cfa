#include "core/engine/quantization/code_books.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <vector>

#include "core/engine/tensor.h"

namespace tunebench {
namespace {

constexpr std::array<float, 16> kNf4 = {-1.0F,
                                        -0.6961928009986877F,
                                        -0.5250730514526367F,
                                        -0.39491748809814453F,
                                        -0.28444138169288635F,
                                        -0.18477343022823334F,
                                        -0.09105003625154495F,
                                        0.0F,
                                        0.07958029955625534F,
                                        0.16093020141124725F,
                                        0.24611230194568634F,
                                        0.33791524171829224F,
                                        0.44070982933044434F,
                                        0.5626170039176941F,
                                        0.7229568362236023F,
                                        1.0F};

/// Codes 0 to 7; 8 to 15 are their negatives.
constexpr std::array<float, 8> kFp4 = {0.0F,        1.0F / 192.0F, 2.0F / 3.0F, 1.0F,
                                       1.0F / 3.0F, 0.5F,          1.0F / 6.0F, 0.25F};

at::Tensor to_tensor(const std::vector<float>& values) {
    return at::tensor(values, at::kFloat);
}

std::vector<float> fp4() {
    std::vector<float> book(kFp4.begin(), kFp4.end());
    for (const auto value : kFp4)
        book.push_back(value == 0.0F ? 0.0F : -value);
    return book;
}

std::vector<float> int8() {
    std::vector<float> book;
    for (int code = -127; code <= 127; ++code)
        book.push_back(static_cast<float>(code) / 127.0F);
    return book;
}

/// `count` numbers from 0.1 to 1, computed from both ends with one rounding each, as PyTorch does.
std::vector<float> boundaries(int count) {
    const float first = 0.1F, last = 1.0F;
    const float step = (last - first) / static_cast<float>(count - 1);
    std::vector<float> all;
    for (int i = 0; i < count; ++i)
        all.push_back(i < count / 2 ? std::fma(step, static_cast<float>(i), first)
                                    : std::fma(-step, static_cast<float>(count - 1 - i), last));
    return all;
}

at::Tensor dynamic_map(bool is_signed, int decades = 7) {
    std::vector<float> map = {0.0F, 1.0F};
    for (int decade = 0; decade < decades; ++decade) {
        const auto scale = static_cast<float>(std::pow(10.0, decade - decades + 1));
        const auto bounds = boundaries((1 << (is_signed ? decade : decade + 1)) + 1);
        for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
            const float value = scale * ((bounds[i] + bounds[i + 1]) / 2.0F);
            map.push_back(value);
            if (is_signed)
                map.push_back(-value);
        }
    }
    std::ranges::sort(map);
    return to_tensor(map);
}

}  // namespace

at::Tensor code_book_of(QuantizationType type) {
    switch (type) {
        case QuantizationType::Nf4:
            return to_tensor({kNf4.begin(), kNf4.end()});
        case QuantizationType::Fp4:
            return to_tensor(fp4());
        case QuantizationType::Int8:
            return to_tensor(int8());
        case QuantizationType::None:
            break;
    }
    assert(false && "weights that are not quantized have no code book");
    return {};
}

at::Tensor signed_dynamic_map() {
    return dynamic_map(true);
}

at::Tensor unsigned_dynamic_map() {
    return dynamic_map(false);
}

at::Tensor signed_dynamic_map_of_4_bits() {
    return dynamic_map(true, /*decades=*/3);
}

at::Tensor unsigned_linear_map_of_4_bits() {
    return at::arange(1, 17, at::kFloat).div_(16.0F);
}

}  // namespace tunebench
