// Stochastic gradient descent with momentum and Nesterov's look-ahead, in PyTorch's form: weight decay is
// added to the gradient, v ← μ v + g, step g + μ v (Nesterov) or v.
#pragma once

#include "core/optimizers/decay.h"
#include "core/params/field.h"

namespace tunebench::sgd {

struct Config {
    double learning_rate = 1e-2;
    double weight_decay = 0.0;
    double momentum = 0.0;
    bool nesterov = false;
    Decay decay = Decay::Matrices;
};

const std::vector<Field<Config>>& fields();

}  // namespace tunebench::sgd
