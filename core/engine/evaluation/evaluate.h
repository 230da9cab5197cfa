// Loss, perplexity and token accuracy of a model over examples.
#pragma once

#include <functional>
#include <vector>

#include "core/data/example.h"
#include "core/data/sampler.h"
#include "core/engine/models/causal_model.h"

namespace tunebench {

struct EvaluationResult {
    double loss = 0.0;  // mean over the supervised tokens
    double perplexity = 0.0;
    double token_accuracy = 0.0;
    std::int64_t tokens = 0;
    double seconds = 0.0;
    bool cancelled = false;
};

/// Every example once, in the data's order. `goes_on` is asked before each batch.
EvaluationResult evaluate_examples(const CausalModel& model, const std::vector<Example>& examples,
                                   const SamplerSettings& settings, const std::function<bool()>& goes_on);

}  // namespace tunebench
