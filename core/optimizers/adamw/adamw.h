// AdamW (arXiv:1711.05101): Adam with decoupled weight decay.
#pragma once

#include <vector>

#include "core/optimizers/decay.h"
#include "core/optimizers/state_type.h"
#include "core/params/field.h"

namespace tunebench::adamw {

struct Config {
    double learning_rate = 2e-4;
    double weight_decay = 0.01;
    std::vector<double> betas = {0.9, 0.999};
    double eps = 1e-8;
    Decay decay = Decay::Matrices;
    StateType states = StateType::Fp32;
    bool paged = false;
};

const std::vector<Field<Config>>& fields();

}  // namespace tunebench::adamw
