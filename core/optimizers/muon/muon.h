// Muon (Jordan et al. 2024): the momentum of a block's weight is made orthogonal before it is applied, so
// that no direction dominates the step. Steps have the size of AdamW's (arXiv:2502.16982), so one learning
// rate serves both: everything that is no weight of a block is updated by AdamW.
#pragma once

#include <cstdint>
#include <vector>

#include "core/optimizers/decay.h"
#include "core/params/field.h"

namespace tunebench::muon {

struct Config {
    double learning_rate = 2e-4;
    double weight_decay = 0.01;
    double momentum = 0.95;
    bool nesterov = true;
    std::int64_t iterations = 5;  // of Newton and Schulz
    std::vector<double> betas = {0.9, 0.999};
    double eps = 1e-8;
    Decay decay = Decay::Matrices;
};

const std::vector<Field<Config>>& fields();

}  // namespace tunebench::muon
