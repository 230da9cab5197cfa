// Adafactor (arXiv:1804.04235) without its momentum, as T5 is trained: a matrix keeps the means of its
// squared gradients by row and by column only. Its own schedule of the rate is left to the run's.
#pragma once

#include <vector>

#include "core/optimizers/decay.h"
#include "core/params/field.h"

namespace tunebench::adafactor {

struct Config {
    double learning_rate = 2e-4;
    double weight_decay = 0.0;
    double clip_threshold = 1.0;
    double decay_rate = -0.8;
    std::vector<double> eps = {1e-30, 1e-3};
    bool scale_parameter = false;
    Decay decay = Decay::Matrices;
};

const std::vector<Field<Config>>& fields();

}  // namespace tunebench::adafactor
