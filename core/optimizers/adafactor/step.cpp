#include <algorithm>
#include <cmath>

#include "core/engine/tensor.h"
#include "core/engine/training/stepper.h"
#include "core/optimizers/adafactor/adafactor.h"

namespace tunebench::adafactor {
namespace {

double root_mean_square(const at::Tensor& x) {
    return x.norm().item<double>() / std::sqrt(static_cast<double>(x.numel()));
}

class AdafactorStepper : public Stepper {
public:
    AdafactorStepper(std::vector<TrainableParameter> parameters, const Config& config)
        : Stepper(std::move(parameters)), config_(config) {}

private:
    NamedTensors new_states(const TrainableParameter& parameter) const override {
        const auto& tensor = parameter.tensor;
        const auto options = tensor.options().dtype(at::kFloat).requires_grad(false);
        if (tensor.dim() != 2)
            return {{"exp_avg_sq", zero_state(parameter)}};
        return {{"exp_avg_sq_row", at::zeros({tensor.size(0)}, options)},
                {"exp_avg_sq_col", at::zeros({tensor.size(1)}, options)}};
    }

    void update(const TrainableParameter& parameter, const at::Tensor& gradient, const NamedTensors& states,
                const StepInput& input) override {
        const auto& tensor = parameter.tensor;
        const double newest = std::pow(static_cast<double>(input.step), config_.decay_rate);
        auto step = scaled_by_means(gradient, states, newest, input.gradient_scale);
        step.div_(std::max(1.0, root_mean_square(step) / config_.clip_threshold));
        double rate = input.learning_rate;
        if (config_.scale_parameter)
            rate *= std::max(config_.eps[1], root_mean_square(tensor));
        if (config_.decay == Decay::All || parameter.is_matrix)
            tensor.mul_(1.0 - rate * config_.weight_decay);
        tensor.sub_(step, rate);
    }

    /// The gradient over the root of its mean square, after the newest has got its share in the means.
    at::Tensor scaled_by_means(const at::Tensor& gradient, const NamedTensors& states, double newest,
                               double scale) const {
        const auto square = gradient.mul(scale).square_().add_(config_.eps[0]);
        if (gradient.dim() != 2) {
            const auto& mean = states[0].second.lerp_(square, newest);
            return mean.rsqrt().mul_(gradient).mul_(scale);
        }
        const auto& rows = states[0].second.lerp_(square.mean(1), newest);
        const auto& columns = states[1].second.lerp_(square.mean(0), newest);
        const auto share = (rows / rows.mean()).rsqrt_().mul_(scale);
        return gradient.mul(share.unsqueeze(1)).mul_(columns.rsqrt().unsqueeze(0));
    }

    Config config_;
};

std::unique_ptr<Stepper> make(std::vector<TrainableParameter> parameters, const ParamMap& params) {
    return std::make_unique<AdafactorStepper>(std::move(parameters), *config_from(fields(), params));
}

}  // namespace

const StepperKind& stepper() {
    static const StepperKind kind{.id = "adafactor", .make = make};
    return kind;
}

}  // namespace tunebench::adafactor
