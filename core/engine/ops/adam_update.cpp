#include "core/engine/ops/adam_update.h"

#include <algorithm>
#include <cmath>

#include <ATen/Parallel.h>

#include "core/engine/ops/accelerated.h"
#include "core/engine/ops/cpu/clones.h"
#include "core/engine/ops/fused_update.h"

namespace tunebench {
namespace {

/// The constants of one step, in the arithmetic of PyTorch's optimizer.
struct AdamFactors {
    float step_size, root_correction, beta1, beta1_rest, beta2, beta2_rest, eps, keep, l2, scale;

    explicit AdamFactors(const AdamUpdate& u) {
        const double correction1 = 1.0 - std::pow(u.beta1, static_cast<double>(u.step));
        const double correction2 = 1.0 - std::pow(u.beta2, static_cast<double>(u.step));
        step_size = static_cast<float>(u.learning_rate / correction1);
        root_correction = static_cast<float>(std::sqrt(correction2));
        beta1 = static_cast<float>(u.beta1);
        beta1_rest = static_cast<float>(1.0 - u.beta1);
        beta2 = static_cast<float>(u.beta2);
        beta2_rest = static_cast<float>(1.0 - u.beta2);
        eps = static_cast<float>(u.eps);
        keep = static_cast<float>(1.0 - u.learning_rate * u.decoupled_decay);
        l2 = static_cast<float>(u.l2_decay);
        scale = static_cast<float>(u.gradient_scale);
    }
};

TUNEBENCH_CLONES void adam_loop(float* __restrict p, const float* __restrict g, float* __restrict m,
                                float* __restrict v, std::int64_t n, const AdamFactors& f) {
    for (std::int64_t i = 0; i < n; ++i) {
        const float kept = p[i] * f.keep;
        const float gradient = g[i] * f.scale + f.l2 * kept;
        m[i] += f.beta1_rest * (gradient - m[i]);
        v[i] = f.beta2 * v[i] + f.beta2_rest * gradient * gradient;
        p[i] = kept - f.step_size * m[i] / (std::sqrt(v[i]) / f.root_correction + f.eps);
    }
}

/// a · b + c, rounded once.
float multiply_add(float a, float b, float c) {
    return static_cast<float>(static_cast<double>(a) * b + c);
}

/// The same on means that were codes, in the arithmetic of bitsandbytes: whichever bit a mean has decides
/// which code it gets.
void adam_loop_on_codes(float* __restrict p, const float* __restrict g, float* __restrict m,
                        float* __restrict v, std::int64_t n, const AdamFactors& f) {
    for (std::int64_t i = 0; i < n; ++i) {
        const float kept = p[i] * f.keep;
        const float gradient = g[i] * f.scale + f.l2 * kept;
        m[i] = multiply_add(f.beta1_rest, gradient, m[i] * f.beta1);
        v[i] = multiply_add(f.beta2_rest * gradient, gradient, v[i] * f.beta2);
        p[i] = kept - f.step_size * m[i] / (std::sqrt(v[i]) / f.root_correction + f.eps);
    }
}

}  // namespace

void adam_update(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& exp_avg,
                 const at::Tensor& exp_avg_sq, const AdamUpdate& update) {
    if (!parameter.is_contiguous())
        return adam_update_composed(parameter, gradient, exp_avg, exp_avg_sq, update);
    if (accelerated::takes(parameter) && accelerated::takes(gradient))
        return accelerated::adam_update(parameter, gradient, exp_avg, exp_avg_sq, update);
    if (!takes_fused_loop(parameter))
        return update_in_parts(parameter, gradient, update.rounding,
                               [&](const auto& p, const auto& g, std::int64_t first, std::int64_t count) {
                                   adam_update_composed(p, g, exp_avg.view({-1}).narrow(0, first, count),
                                                        exp_avg_sq.view({-1}).narrow(0, first, count),
                                                        update);
                               });
    const AdamFactors factors(update);
    auto* m = exp_avg.data_ptr<float>();
    auto* v = exp_avg_sq.data_ptr<float>();
    WideUpdate(parameter, gradient, update.rounding)
        .run_all([&](std::int64_t first, std::int64_t count, float* p, const float* g) {
            adam_loop(p, g, m + first, v + first, count, factors);
        });
}

void adam_update(const at::Tensor& parameter, const at::Tensor& gradient, const CodedState& exp_avg,
                 const CodedState& exp_avg_sq, const AdamUpdate& update) {
    if (accelerated::takes(parameter) && accelerated::takes(gradient))
        return accelerated::adam_update(parameter, gradient, exp_avg, exp_avg_sq, update);
    if (!takes_fused_loop(parameter))
        return update_in_parts(parameter, gradient, update.rounding,
                               [&](const auto& p, const auto& g, std::int64_t first, std::int64_t count) {
                                   const auto first_state = part_of(exp_avg, first, count);
                                   const auto second_state = part_of(exp_avg_sq, first, count);
                                   const auto mean = decode_state(first_state);
                                   const auto mean_of_squares = decode_state(second_state);
                                   adam_update_composed(p, g, mean, mean_of_squares, update);
                                   encode_state(mean, first_state);
                                   encode_state(mean_of_squares, second_state);
                               });
    const AdamFactors factors(update);
    const WideUpdate wide(parameter, gradient, update.rounding);
    update_coded(std::array{exp_avg, exp_avg_sq}, parameter.numel(),
                 [&](std::int64_t first, std::int64_t count, const std::array<float*, 2>& states) {
                     wide.run(first, count, [&](std::int64_t at, std::int64_t n, float* p, const float* g) {
                         adam_loop_on_codes(p, g, states[0] + at, states[1] + at, n, factors);
                     });
                 });
}

void adam_update_composed(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& exp_avg,
                          const at::Tensor& exp_avg_sq, const AdamUpdate& update) {
    parameter.mul_(1.0 - update.learning_rate * update.decoupled_decay);
    const auto scaled = gradient * update.gradient_scale + parameter * update.l2_decay;
    exp_avg.lerp_(scaled, 1.0 - update.beta1);
    exp_avg_sq.mul_(update.beta2).addcmul_(scaled, scaled, 1.0 - update.beta2);
    const double correction1 = 1.0 - std::pow(update.beta1, static_cast<double>(update.step));
    const double correction2 = 1.0 - std::pow(update.beta2, static_cast<double>(update.step));
    const auto denominator = exp_avg_sq.sqrt().div_(std::sqrt(correction2)).add_(update.eps);
    parameter.addcdiv_(exp_avg, denominator, -update.learning_rate / correction1);
}

}  // namespace tunebench
