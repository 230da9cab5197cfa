#include "core/engine/training/adam_stepper.h"
#include "core/optimizers/adam/adam.h"

namespace tunebench::adam {
namespace {

std::unique_ptr<Stepper> make(std::vector<TrainableParameter> parameters, const ParamMap& params) {
    const auto config = *config_from(fields(), params);
    return make_adam_stepper(std::move(parameters),
                             {.beta1 = config.betas[0],
                              .beta2 = config.betas[1],
                              .eps = config.eps,
                              .l2_decay = config.weight_decay},
                             {.decay = config.decay, .states = config.states, .paged = config.paged});
}

}  // namespace

const StepperKind& stepper() {
    static const StepperKind kind{.id = "adam", .make = make};
    return kind;
}

}  // namespace tunebench::adam
