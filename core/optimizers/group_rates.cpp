#include "core/optimizers/group_rates.h"

namespace tunebench {

const std::vector<Field<GroupRates>>& group_rate_fields() {
    static const std::vector<Field<GroupRates>> kFields = {
        field<&GroupRates::embedding_rate>(
            {.key = "embedding_rate",
             .label = "Rate of embeddings",
             .help = "Learning rate of embeddings and head, as a multiple of the others'; 0 holds them.",
             .effect = "Lower: keeps what it knows of words; higher: new ones sooner; costs nothing.",
             .details =
                 "Rows of rare words get few gradients. A lower rate keeps what the model knows of words, a "
                 "higher one learns new words sooner. Only where they train.",
             .min = 0.0,
             .max = 1e6,
             .level = ParamLevel::Expert}),
        field<&GroupRates::vector_rate>(
            {.key = "vector_rate",
             .label = "Rate of biases and norms",
             .help = "Learning rate of vectors, as a multiple of the matrices'; 0 holds them.",
             .effect = "Higher: biases and norms follow faster, less steadily; costs nothing.",
             .details = "Biases, norms and scales are few and act on everything that follows. Only where "
                        "they train.",
             .min = 0.0,
             .max = 1e6,
             .level = ParamLevel::Expert}),
    };
    return kFields;
}

std::vector<ParamSpec> with_group_rates(std::vector<ParamSpec> specs) {
    for (auto& spec : specs_of(group_rate_fields()))
        specs.push_back(std::move(spec));
    return specs;
}

}  // namespace tunebench
