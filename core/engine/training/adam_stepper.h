// What Adam and AdamW share: two running means for every parameter, in fp32 or as 8-bit codes.
#pragma once

#include <memory>
#include <vector>

#include "core/engine/ops/adam_update.h"
#include "core/engine/training/stepper.h"
#include "core/optimizers/decay.h"
#include "core/optimizers/state_type.h"

namespace tunebench {

/// `rule` says what is the same at every step; its decay is for the tensors that `decay` names.
std::unique_ptr<Stepper> make_adam_stepper(std::vector<TrainableParameter> parameters, const AdamUpdate& rule,
                                           Decay decay, StateType states);

}  // namespace tunebench
