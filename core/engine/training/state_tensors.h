// The tensors of states that are stored as codes, by bitsandbytes' names: "state1" and "absmax1", "state2"
// and "absmax2".
#pragma once

#include "core/engine/ops/coded_state.h"
#include "core/engine/training/stepper.h"

namespace tunebench {

/// Of the first (1) or second (2) state of a parameter before its first step.
NamedTensors coded_zeros(const TrainableParameter& parameter, int number, StateType type,
                         StatePlace place = StatePlace::Device);

/// That one of the parameter's states, which begin with these.
CodedState coded_state(const TrainableParameter& parameter, const NamedTensors& states, int number,
                       const StateCode& code);

}  // namespace tunebench
