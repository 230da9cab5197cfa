#include "core/engine/ops/sgd_update.h"

#include "core/engine/ops/cpu/clones.h"
#include "core/engine/ops/fused_update.h"

namespace tunebench {
namespace {

TUNEBENCH_CLONES void sgd_loop(float* __restrict p, const float* __restrict g, float* __restrict v,
                               std::int64_t n, const SgdUpdate& u) {
    const auto rate = static_cast<float>(u.learning_rate), momentum = static_cast<float>(u.momentum);
    const auto decay = static_cast<float>(u.l2_decay), scale = static_cast<float>(u.gradient_scale);
    const float newest = u.nesterov ? 1.0F : 0.0F, velocity = u.nesterov ? momentum : 1.0F;
    for (std::int64_t i = 0; i < n; ++i) {
        const float gradient = g[i] * scale + decay * p[i];
        v[i] = momentum * v[i] + gradient;
        p[i] -= rate * (newest * gradient + velocity * v[i]);
    }
}

void sgd_loop_without_momentum(float* __restrict p, const float* __restrict g, std::int64_t n,
                               const SgdUpdate& u) {
    const auto rate = static_cast<float>(u.learning_rate), decay = static_cast<float>(u.l2_decay);
    const auto scale = static_cast<float>(u.gradient_scale);
    for (std::int64_t i = 0; i < n; ++i)
        p[i] -= rate * (g[i] * scale + decay * p[i]);
}

}  // namespace

void sgd_update(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& velocity,
                const SgdUpdate& update) {
    if (!parameter.is_contiguous())
        return sgd_update_composed(parameter, gradient, velocity, update);
    const auto part_of = [](const at::Tensor& whole, std::int64_t first, std::int64_t count) {
        return whole.defined() ? whole.view({-1}).narrow(0, first, count) : whole;
    };
    if (!takes_fused_loop(parameter))
        return update_in_parts(parameter, gradient, update.rounding,
                               [&](const auto& p, const auto& g, std::int64_t first, std::int64_t count) {
                                   sgd_update_composed(p, g, part_of(velocity, first, count), update);
                               });
    auto* v = velocity.defined() ? velocity.data_ptr<float>() : nullptr;
    WideUpdate(parameter, gradient, update.rounding)
        .run_all([&](std::int64_t first, std::int64_t count, float* p, const float* g) {
            if (v)
                sgd_loop(p, g, v + first, count, update);
            else
                sgd_loop_without_momentum(p, g, count, update);
        });
}

void sgd_update_composed(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& velocity,
                         const SgdUpdate& update) {
    auto direction = gradient * update.gradient_scale;
    if (update.l2_decay > 0.0)
        direction.add_(parameter, update.l2_decay);
    if (velocity.defined()) {
        velocity.mul_(update.momentum).add_(direction);
        direction = update.nesterov ? direction.add_(velocity, update.momentum) : velocity;
    }
    parameter.add_(direction, -update.learning_rate);
}

}  // namespace tunebench
