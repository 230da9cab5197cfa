#include "core/engine/ops/adam_update.h"
#include "core/engine/training/stepper.h"
#include "core/optimizers/adamw/adamw.h"

namespace tunebench::adamw {
namespace {

class AdamWStepper : public Stepper {
public:
    AdamWStepper(std::vector<TrainableParameter> parameters, const Config& config)
        : Stepper(std::move(parameters), {"exp_avg", "exp_avg_sq"}), config_(config) {}

private:
    void update(const TrainableParameter& parameter, const at::Tensor& gradient,
                std::vector<at::Tensor>& states, const StepInput& input) override {
        const bool decays = config_.decay == Decay::All || parameter.is_matrix;
        adam_update(parameter.tensor, gradient, states[0], states[1],
                    {.learning_rate = input.learning_rate,
                     .beta1 = config_.betas[0],
                     .beta2 = config_.betas[1],
                     .eps = config_.eps,
                     .decoupled_decay = decays ? config_.weight_decay : 0.0,
                     .gradient_scale = input.gradient_scale,
                     .step = input.step});
    }

    Config config_;
};

std::unique_ptr<Stepper> make(std::vector<TrainableParameter> parameters, const ParamMap& params) {
    return std::make_unique<AdamWStepper>(std::move(parameters), *config_from(fields(), params));
}

}  // namespace

const StepperKind& stepper() {
    static const StepperKind kind{.id = "adamw", .make = make};
    return kind;
}

}  // namespace tunebench::adamw
