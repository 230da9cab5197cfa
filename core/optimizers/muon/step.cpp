#include <algorithm>
#include <cmath>
#include <utility>

#include "core/engine/ops/adam_update.h"
#include "core/engine/precision/types.h"
#include "core/engine/tensor.h"
#include "core/engine/training/stepper.h"
#include "core/optimizers/muon/muon.h"

namespace tunebench::muon {
namespace {

/// X of a matrix with the same singular vectors whose singular values are near to 1: a quintic of Newton and
/// Schulz that rises steeply from 0, on a wide matrix.
at::Tensor orthogonal(at::Tensor wide, std::int64_t iterations) {
    constexpr double kA = 3.4445, kB = -4.7750, kC = 2.0315;
    // Coarse by design: accelerators multiply faster in 16 bits, processors seldom do.
    const auto type = wide.is_cpu() ? at::kFloat : at::kBFloat16;
    auto x = wide.div(wide.norm().add_(1e-7)).to(type);
    wide.reset();
    for (std::int64_t i = 0; i < iterations; ++i) {
        const auto square = x.matmul(x.t());
        x = at::addmm(x, at::addmm(square, square, square, kB, kC), x, kA, 1.0);
    }
    return x.to(at::kFloat);
}

class MuonStepper : public Stepper {
public:
    MuonStepper(std::vector<TrainableParameter> parameters, const Config& config)
        : Stepper(std::move(parameters)), config_(config) {}

private:
    static bool is_block_weight(const TrainableParameter& parameter) {
        return parameter.group == TensorGroup::BlockWeight;
    }

    NamedTensors new_states(const TrainableParameter& parameter) const override {
        if (is_block_weight(parameter))
            return {{"momentum_buffer", zero_state(parameter)}};
        return {{"exp_avg", zero_state(parameter)}, {"exp_avg_sq", zero_state(parameter)}};
    }

    void update(const TrainableParameter& parameter, const at::Tensor& gradient, const NamedTensors& states,
                const StepInput& input) override {
        const bool decays = config_.decay == Decay::All || parameter.is_matrix;
        const double decay = decays ? config_.weight_decay : 0.0;
        if (is_block_weight(parameter))
            return update_by_momentum(parameter.tensor, gradient, states[0].second, decay, input);
        adam_update(parameter.tensor, gradient, states[0].second, states[1].second,
                    {.learning_rate = input.learning_rate,
                     .beta1 = config_.betas[0],
                     .beta2 = config_.betas[1],
                     .eps = config_.eps,
                     .decoupled_decay = decay,
                     .gradient_scale = input.gradient_scale,
                     .step = input.step,
                     .rounding = input.rounding});
    }

    void update_by_momentum(const at::Tensor& parameter, const at::Tensor& gradient,
                            const at::Tensor& momentum, double decay, const StepInput& input) const {
        auto step = gradient.to(at::kFloat).mul(input.gradient_scale);
        momentum.lerp_(step, 1.0 - config_.momentum);
        if (config_.nesterov)
            step.lerp_(momentum, config_.momentum);
        else
            step = momentum;
        const auto rows = parameter.size(0), columns = parameter.size(1);
        const bool is_tall = rows > columns;
        if (is_tall)
            step = step.t();
        step = orthogonal(std::move(step), config_.iterations);
        if (is_tall)
            step = step.t();
        const double scale = 0.2 * std::sqrt(static_cast<double>(std::max(rows, columns)));
        const double kept = 1.0 - input.learning_rate * decay;
        if (!is_narrow(parameter.scalar_type())) {
            parameter.mul_(kept).sub_(step, input.learning_rate * scale);
            return;
        }
        auto wide = parameter.to(at::kFloat).mul_(kept).sub_(step, input.learning_rate * scale);
        round_into(parameter, wide, input.rounding);
    }

    bool takes_narrow() const override { return true; }

    Config config_;
};

std::unique_ptr<Stepper> make(std::vector<TrainableParameter> parameters, const ParamMap& params) {
    return std::make_unique<MuonStepper>(std::move(parameters), *config_from(fields(), params));
}

}  // namespace

const StepperKind& stepper() {
    static const StepperKind kind{.id = "muon", .make = make};
    return kind;
}

}  // namespace tunebench::muon
