// Full fine-tuning: every parameter of the model trains.
#pragma once

#include "core/params/field.h"

namespace tunebench::full {

struct Config {
    bool train_embeddings = true;  // also the tied head
};

const std::vector<Field<Config>>& fields();

}  // namespace tunebench::full
