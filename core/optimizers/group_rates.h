// Learning rates of groups of tensors, relative to that of the run: every optimizer has them.
#pragma once

#include <vector>

#include "core/params/field.h"

namespace tunebench {

struct GroupRates {
    double embedding_rate = 1.0;  // embeddings, and the head
    double vector_rate = 1.0;     // biases, norms, rotations
};

const std::vector<Field<GroupRates>>& group_rate_fields();

/// An optimizer's own parameters, and then these.
std::vector<ParamSpec> with_group_rates(std::vector<ParamSpec> specs);

}  // namespace tunebench
