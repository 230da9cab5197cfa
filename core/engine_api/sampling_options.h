// SamplingOptions: how answers are drawn, with the descriptions that forms are built from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/params/field.h"

namespace tunebench {

/// temperature 0 is greedy.
struct SamplingOptions {
    std::int64_t max_tokens = 64;
    double temperature = 0.0;
    std::int64_t top_k = 0;  // 0: all
    double top_p = 1.0;
    std::int64_t seed = 42;
    std::vector<std::string> stop = {};  // texts that end the answer
};

const std::vector<Field<SamplingOptions>>& sampling_fields();

}  // namespace tunebench
