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
        auto direction = gradient * input.gradient_scale;
        if (decays && config_.weight_decay > 0.0)
            direction.add_(parameter.tensor, config_.weight_decay);
        if (config_.momentum > 0.0) {
            const auto& velocity = states[0].second;
            velocity.mul_(config_.momentum).add_(direction);
            direction = config_.nesterov ? direction.add_(velocity, config_.momentum) : velocity;
        }
        parameter.tensor.add_(direction, -input.learning_rate);
    }

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
