// Loss, and perplexity and token accuracy, or accuracy and F1, of a model over examples.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/data/examples.h"
#include "core/data/sampler.h"
#include "core/engine/models/causal_model.h"

namespace tunebench {

struct EvaluationResult {
    double loss = 0.0;                    // mean over the supervised tokens, or sequences
    double perplexity = 0.0;              // NaN for a classifier
    double token_accuracy = 0.0;          // the same
    std::int64_t tokens = 0;              // or sequences
    std::optional<double> accuracy = {};  // of a classifier
    std::optional<double> f1 = {};        // the same: macro
    double seconds = 0.0;
    bool cancelled = false;
    std::vector<double> example_losses = {};  // each example's own mean, in the data's order; NaN: not read
};

/// Every example once, in the data's order. `goes_on` is asked before each batch.
EvaluationResult evaluate_examples(const CausalModel& model, const Examples& examples,
                                   const SamplerSettings& settings, const std::function<bool()>& goes_on);

}  // namespace tunebench
