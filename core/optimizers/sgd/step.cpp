#include "core/engine/ops/sgd_update.h"
#include "core/engine/training/stepper.h"
#include "core/optimizers/sgd/sgd.h"

namespace tunebench::sgd {
namespace {

class SgdStepper : public Stepper {
public:
    SgdStepper(std::vector<TrainableParameter> parameters, const Config& config)
        : Stepper(std::move(parameters)), config_(config) {}

private:
    NamedTensors new_states(const TrainableParameter& parameter) const override {
        if (config_.momentum <= 0.0)
            return {};
        return {{"momentum_buffer", zero_state(parameter)}};
    }

    void update(const TrainableParameter& parameter, const at::Tensor& gradient, const NamedTensors& states,
                const StepInput& input) override {
        const bool decays = config_.decay == Decay::All || parameter.is_matrix;
        sgd_update(parameter.tensor, gradient, states.empty() ? at::Tensor() : states[0].second,
                   {.learning_rate = input.learning_rate,
                    .momentum = config_.momentum,
                    .nesterov = config_.nesterov,
                    .l2_decay = decays ? config_.weight_decay : 0.0,
                    .gradient_scale = input.gradient_scale,
                    .rounding = input.rounding});
    }

    bool takes_narrow() const override { return true; }

    Config config_;
};

std::unique_ptr<Stepper> make(std::vector<TrainableParameter> parameters, const ParamMap& params) {
    return std::make_unique<SgdStepper>(std::move(parameters), *config_from(fields(), params));
}

}  // namespace

const StepperKind& stepper() {
    static const StepperKind kind{.id = "sgd", .make = make};
    return kind;
}

}  // namespace tunebench::sgd
