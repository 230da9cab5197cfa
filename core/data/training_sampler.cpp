#include "core/data/training_sampler.h"

namespace tunebench {

SamplerSettings training_sampler(const RunConfig& config, std::int64_t tokens_before) {
    return {.batch_size = config.budget.batch_size,
            .max_length = config.data.max_length,
            .tokens_before = tokens_before,
            .packing = config.data.packing,
            .length_grouped = config.budget.length_grouped,
            .seed = config.general.seed};
}

SamplerSettings evaluation_sampler(const RunConfig& config) {
    return {.batch_size = config.evaluation.batch_size,
            .max_length = config.data.max_length,
            .packing = config.data.packing};
}

}  // namespace tunebench
