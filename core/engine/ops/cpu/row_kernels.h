// Loops over rows of fp32 numbers, compiled for several instruction sets of which the best is taken at run
// time. Sums are taken in a fixed order: the same machine gives the same bits.
#pragma once

#include <cstdint>

#include <c10/util/BFloat16.h>
#include <c10/util/Half.h>

namespace tunebench::rows {

void widen(const c10::BFloat16* from, float* to, std::int64_t n);
void narrow(const float* from, c10::BFloat16* to, std::int64_t n);
void widen(const c10::Half* from, float* to, std::int64_t n);
void narrow(const float* from, c10::Half* to, std::int64_t n);

float sum_of_squares(const float* x, std::int64_t n);
float largest(const float* x, std::int64_t n);
/// Σ x
float sum(const float* x, std::int64_t n);
/// Σ a·b
float dot(const float* a, const float* b, std::int64_t n);
/// Σ a·b·c
float dot3(const float* a, const float* b, const float* c, std::int64_t n);
/// Σ exp(scale · x − shift)
float sum_of_exponentials(const float* x, float scale, float shift, std::int64_t n);

/// out = factor · exp(scale · x − shift); in place is fine.
void exponentials(const float* x, float scale, float shift, float factor, float* out, std::int64_t n);
/// x += summand
void add(float* x, float summand, std::int64_t n);
/// x *= factor
void multiply(float* x, float factor, std::int64_t n);
/// out = factor · x · w
void scaled_product(const float* x, float factor, const float* w, float* out, std::int64_t n);
/// out = factor · (g · w − along · x)
void norm_gradient(const float* g, const float* w, const float* x, float along, float factor, float* out,
                   std::int64_t n);
/// out = factor · (g − along) · p
void softmax_gradient(const float* g, const float* p, float along, float factor, float* out, std::int64_t n);
/// sums += factor · g · x
void add_scaled_product(const float* g, const float* x, float factor, float* sums, std::int64_t n);
/// out = gate · σ(gate) · up
void silu_multiply(const float* gate, const float* up, float* out, std::int64_t n);
/// The gradients of gate and up from g, that of silu_multiply's result.
void silu_multiply_gradient(const float* gate, const float* up, const float* g, float* for_gate,
                            float* for_up, std::int64_t n);
/// (first, second) turned by the angles.
void rotate(const float* first, const float* second, const float* cosine, const float* sine, float* out_first,
            float* out_second, std::int64_t n);

}  // namespace tunebench::rows
