#include "core/engine/ops/lion_update.h"
#include "core/engine/training/state_tensors.h"
#include "core/optimizers/lion/lion.h"

namespace tunebench::lion {
namespace {

class LionStepper : public Stepper {
public:
    LionStepper(std::vector<TrainableParameter> parameters, const Config& config)
        : Stepper(std::move(parameters)), config_(config) {}

private:
    NamedTensors new_states(const TrainableParameter& parameter) const override {
        if (is_coded(config_.states, parameter.tensor.numel()))
            return coded_zeros(parameter, 1, config_.states);
        return {{"exp_avg", zero_state(parameter)}};
    }

    void update(const TrainableParameter& parameter, const at::Tensor& gradient, const NamedTensors& states,
                const StepInput& input) override {
        const bool decays = config_.decay == Decay::All || parameter.is_matrix;
        const LionUpdate rule{.learning_rate = input.learning_rate,
                              .beta1 = config_.betas[0],
                              .beta2 = config_.betas[1],
                              .decoupled_decay = decays ? config_.weight_decay : 0.0,
                              .gradient_scale = input.gradient_scale,
                              .rounding = input.rounding};
        if (is_coded(config_.states, parameter.tensor.numel()))
            lion_update(parameter.tensor, gradient,
                        coded_state(parameter, states, 1, StateCode::of_signed(config_.states)), rule);
        else
            lion_update(parameter.tensor, gradient, states[0].second, rule);
    }

    bool takes_narrow() const override { return true; }

    Config config_;
};

std::unique_ptr<Stepper> make(std::vector<TrainableParameter> parameters, const ParamMap& params) {
    return std::make_unique<LionStepper>(std::move(parameters), *config_from(fields(), params));
}

}  // namespace

const StepperKind& stepper() {
    static const StepperKind kind{.id = "lion", .make = make};
    return kind;
}

}  // namespace tunebench::lion
