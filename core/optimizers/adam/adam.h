// Adam (arXiv:1412.6980); weight decay, if any, is added to the gradient (L2).
#pragma once

#include <vector>

#include "core/optimizers/decay.h"
#include "core/optimizers/state_type.h"
#include "core/params/field.h"

namespace tunebench::adam {

struct Config {
    double learning_rate = 2e-4;
    double weight_decay = 0.0;
    std::vector<double> betas = {0.9, 0.999};
    double eps = 1e-8;
    Decay decay = Decay::Matrices;
    StateType states = StateType::Fp32;
    bool paged = false;
};

const std::vector<Field<Config>>& fields();

}  // namespace tunebench::adam
