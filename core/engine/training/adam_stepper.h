// What Adam and AdamW share: two running means for every parameter, in fp32 or as codes.
#pragma once

#include <memory>
#include <vector>

#include "core/engine/ops/adam_update.h"
#include "core/engine/training/stepper.h"
#include "core/optimizers/decay.h"
#include "core/optimizers/state_type.h"

namespace tunebench {

struct AdamSettings {
    Decay decay = Decay::Matrices;
    StateType states = StateType::Fp32;
    bool paged = false;  // an accelerator's states are in page-locked memory of the host
};

/// `rule` says what is the same at every step; its decay is for the tensors that the settings name.
std::unique_ptr<Stepper> make_adam_stepper(std::vector<TrainableParameter> parameters, const AdamUpdate& rule,
                                           const AdamSettings& settings);

}  // namespace tunebench
