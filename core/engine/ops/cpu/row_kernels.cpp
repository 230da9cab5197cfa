#include "core/engine/ops/cpu/row_kernels.h"

#include <cstring>
#include <limits>

#include "core/engine/ops/cpu/clones.h"

#define TUNEBENCH_INLINE inline __attribute__((always_inline))

namespace tunebench::rows {
namespace {

constexpr int kLanes = 32;  // running sums, which the compiler keeps in vector registers

/// exp by a polynomial on ±½ ln 2 and a power of two: 1e-7 of the exact value. 0 below e⁻⁸⁷, NaN stays NaN.
TUNEBENCH_INLINE float exponential(float x) {
    constexpr float kRound = 12582912.0F;  // 1.5 · 2²³: adding it leaves the nearest whole number
    const float bounded = x < -87.0F ? -87.0F : (x > 88.0F ? 88.0F : x);
    const float shifted = bounded * 1.44269504F + kRound;
    const float whole = shifted - kRound;
    const float rest = (bounded - whole * 0.693359375F) + whole * 2.12194440e-4F;
    float p = 1.0F / 5040.0F;
    p = p * rest + 1.0F / 720.0F;
    p = p * rest + 1.0F / 120.0F;
    p = p * rest + 1.0F / 24.0F;
    p = p * rest + 1.0F / 6.0F;
    p = p * rest + 0.5F;
    p = p * rest * rest + rest + 1.0F;
    std::int32_t bits;
    std::memcpy(&bits, &shifted, sizeof bits);
    bits = static_cast<std::int32_t>(static_cast<std::uint32_t>(bits + 127) << 23);
    float power;
    std::memcpy(&power, &bits, sizeof power);
    return x < -87.0F ? 0.0F : p * power;
}

/// Σ term(i), in kLanes running sums.
template <class Term>
TUNEBENCH_INLINE float summed(std::int64_t n, Term term) {
    float lanes[kLanes] = {};
    std::int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes)
        for (int k = 0; k < kLanes; ++k)
            lanes[k] += term(i + k);
    for (int k = 0; i + k < n; ++k)
        lanes[k] += term(i + k);
    for (int half = kLanes / 2; half > 0; half /= 2)
        for (int k = 0; k < half; ++k)
            lanes[k] += lanes[k + half];
    return lanes[0];
}

TUNEBENCH_INLINE float sigmoid(float x) {
    return 1.0F / (1.0F + exponential(-x));
}

}  // namespace

TUNEBENCH_CLONES void widen(const c10::BFloat16* from, float* to, std::int64_t n) {
    const auto* bits = reinterpret_cast<const std::uint16_t*>(from);
    auto* out = reinterpret_cast<std::uint32_t*>(to);
    for (std::int64_t i = 0; i < n; ++i)
        out[i] = static_cast<std::uint32_t>(bits[i]) << 16;
}

TUNEBENCH_CLONES void narrow(const float* from, c10::BFloat16* to, std::int64_t n) {
    const auto* bits = reinterpret_cast<const std::uint32_t*>(from);
    auto* out = reinterpret_cast<std::uint16_t*>(to);
    for (std::int64_t i = 0; i < n; ++i) {
        const std::uint32_t value = bits[i];
        const std::uint32_t rounded = (value + 0x7fffU + ((value >> 16) & 1U)) >> 16;
        const bool is_nan = (value & 0x7fffffffU) > 0x7f800000U;
        out[i] = static_cast<std::uint16_t>(is_nan ? 0x7fc0U : rounded);
    }
}

void widen(const c10::Half* from, float* to, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        to[i] = from[i];
}

void narrow(const float* from, c10::Half* to, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        to[i] = from[i];
}

TUNEBENCH_CLONES float sum_of_squares(const float* x, std::int64_t n) {
    return summed(n, [x](std::int64_t i) { return x[i] * x[i]; });
}

TUNEBENCH_CLONES float largest(const float* x, std::int64_t n) {
    float lanes[kLanes];
    for (float& lane : lanes)
        lane = -std::numeric_limits<float>::infinity();
    std::int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes)
        for (int k = 0; k < kLanes; ++k)
            lanes[k] = x[i + k] > lanes[k] ? x[i + k] : lanes[k];
    for (int k = 0; i + k < n; ++k)
        lanes[k] = x[i + k] > lanes[k] ? x[i + k] : lanes[k];
    float most = lanes[0];
    for (const float lane : lanes)
        most = lane > most ? lane : most;
    return most;
}

TUNEBENCH_CLONES float sum(const float* x, std::int64_t n) {
    return summed(n, [x](std::int64_t i) { return x[i]; });
}

TUNEBENCH_CLONES float dot(const float* a, const float* b, std::int64_t n) {
    return summed(n, [a, b](std::int64_t i) { return a[i] * b[i]; });
}

TUNEBENCH_CLONES float dot3(const float* a, const float* b, const float* c, std::int64_t n) {
    return summed(n, [a, b, c](std::int64_t i) { return a[i] * b[i] * c[i]; });
}

TUNEBENCH_CLONES float sum_of_exponentials(const float* x, float scale, float shift, std::int64_t n) {
    return summed(n, [x, scale, shift](std::int64_t i) { return exponential(scale * x[i] - shift); });
}

TUNEBENCH_CLONES void exponentials(const float* x, float scale, float shift, float factor, float* out,
                                   std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        out[i] = factor * exponential(scale * x[i] - shift);
}

TUNEBENCH_CLONES void add(float* x, float summand, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        x[i] += summand;
}

TUNEBENCH_CLONES void multiply(float* x, float factor, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        x[i] *= factor;
}

TUNEBENCH_CLONES void scaled_product(const float* x, float factor, const float* w, float* out,
                                     std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        out[i] = x[i] * factor * w[i];
}

TUNEBENCH_CLONES void norm_gradient(const float* g, const float* w, const float* x, float along, float factor,
                                    float* out, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        out[i] = factor * (g[i] * w[i] - along * x[i]);
}

TUNEBENCH_CLONES void softmax_gradient(const float* g, const float* p, float along, float factor, float* out,
                                       std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        out[i] = factor * (g[i] - along) * p[i];
}

TUNEBENCH_CLONES void add_scaled_product(const float* g, const float* x, float factor, float* sums,
                                         std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        sums[i] += factor * g[i] * x[i];
}

TUNEBENCH_CLONES void silu_multiply(const float* gate, const float* up, float* out, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i)
        out[i] = gate[i] * sigmoid(gate[i]) * up[i];
}

TUNEBENCH_CLONES void silu_multiply_gradient(const float* gate, const float* up, const float* g,
                                             float* for_gate, float* for_up, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i) {
        const float s = sigmoid(gate[i]);
        const float gradient = g[i];
        for_gate[i] = gradient * up[i] * s * (1.0F + gate[i] * (1.0F - s));
        for_up[i] = gradient * gate[i] * s;
    }
}

TUNEBENCH_CLONES void rotate(const float* first, const float* second, const float* cosine, const float* sine,
                             float* out_first, float* out_second, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i) {
        const float x = first[i], y = second[i];
        out_first[i] = x * cosine[i] - y * sine[i];
        out_second[i] = y * cosine[i] + x * sine[i];
    }
}

}  // namespace tunebench::rows
