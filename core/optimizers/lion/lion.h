// Lion (arXiv:2302.06675): steps of one size in the direction of a momentum's signs, with decoupled weight
// decay.
#pragma once

#include <vector>

#include "core/optimizers/decay.h"
#include "core/optimizers/state_type.h"
#include "core/params/field.h"

namespace tunebench::lion {

struct Config {
    double learning_rate = 5e-5;
    double weight_decay = 0.0;
    std::vector<double> betas = {0.9, 0.99};
    Decay decay = Decay::Matrices;
    StateType states = StateType::Fp32;
};

const std::vector<Field<Config>>& fields();

}  // namespace tunebench::lion
