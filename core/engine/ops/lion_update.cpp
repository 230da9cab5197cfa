#include "core/engine/ops/lion_update.h"

#include <ATen/Parallel.h>

#include "core/engine/ops/fused_update.h"

namespace tunebench {
namespace {

struct LionFactors {
    float rate, beta1, beta1_rest, beta2, beta2_rest, keep, scale;

    explicit LionFactors(const LionUpdate& u)
        : rate(static_cast<float>(u.learning_rate)),
          beta1(static_cast<float>(u.beta1)),
          beta1_rest(static_cast<float>(1.0 - u.beta1)),
          beta2(static_cast<float>(u.beta2)),
          beta2_rest(static_cast<float>(1.0 - u.beta2)),
          keep(static_cast<float>(1.0 - u.learning_rate * u.decoupled_decay)),
          scale(static_cast<float>(u.gradient_scale)) {}
};

void lion_loop(float* __restrict p, const float* __restrict g, float* __restrict m, std::int64_t n,
               const LionFactors& f) {
    for (std::int64_t i = 0; i < n; ++i) {
        const float gradient = g[i] * f.scale;
        const float direction = f.beta1 * m[i] + f.beta1_rest * gradient;
        const float sign = static_cast<float>(direction > 0.0F) - static_cast<float>(direction < 0.0F);
        p[i] = p[i] * f.keep - f.rate * sign;
        m[i] = f.beta2 * m[i] + f.beta2_rest * gradient;
    }
}

}  // namespace

void lion_update(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& exp_avg,
                 const LionUpdate& update) {
    if (!parameter.is_contiguous())
        return lion_update_composed(parameter, gradient, exp_avg, update);
    if (!takes_fused_loop(parameter))
        return update_in_parts(parameter, gradient, update.rounding,
                               [&](const auto& p, const auto& g, std::int64_t first, std::int64_t count) {
                                   lion_update_composed(p, g, exp_avg.view({-1}).narrow(0, first, count),
                                                        update);
                               });
    const LionFactors factors(update);
    auto* m = exp_avg.data_ptr<float>();
    WideUpdate(parameter, gradient, update.rounding)
        .run_all([&](std::int64_t first, std::int64_t count, float* p, const float* g) {
            lion_loop(p, g, m + first, count, factors);
        });
}

void lion_update(const at::Tensor& parameter, const at::Tensor& gradient, const CodedState& exp_avg,
                 const LionUpdate& update) {
    if (!takes_fused_loop(parameter))
        return update_in_parts(parameter, gradient, update.rounding,
                               [&](const auto& p, const auto& g, std::int64_t first, std::int64_t count) {
                                   const auto state = part_of(exp_avg, first, count);
                                   const auto momentum = decode_state(state);
                                   lion_update_composed(p, g, momentum, update);
                                   encode_state(momentum, state);
                               });
    const LionFactors factors(update);
    const WideUpdate wide(parameter, gradient, update.rounding);
    update_coded(std::array{exp_avg}, parameter.numel(),
                 [&](std::int64_t first, std::int64_t count, const std::array<float*, 1>& states) {
                     wide.run(first, count, [&](std::int64_t at, std::int64_t n, float* p, const float* g) {
                         lion_loop(p, g, states[0] + at, n, factors);
                     });
                 });
}

void lion_update_composed(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& exp_avg,
                          const LionUpdate& update) {
    const auto scaled = gradient * update.gradient_scale;
    const auto direction = exp_avg * update.beta1 + scaled * (1.0 - update.beta1);
    parameter.mul_(1.0 - update.learning_rate * update.decoupled_decay);
    parameter.sub_(direction.sign_(), update.learning_rate);
    exp_avg.mul_(update.beta2).add_(scaled, 1.0 - update.beta2);
}

}  // namespace tunebench
