// What an export is compared with the trained model on, and by which numbers.
#pragma once

#include <string>
#include <vector>

#include <ATen/ATen.h>

#include "core/data/example.h"
#include "core/engine/models/causal_model.h"
#include "core/run/run_config.h"

namespace tunebench {

struct HeldOut {
    std::vector<Example> examples = {};
    std::string source = {};  // "validation" or "probe"
    std::string notice = {};  // why not the validation examples that the run has
    std::int64_t tokens() const;
};

/// The first validation examples of the run, 16 at most and 2,048 tokens at most, or fewer where the logits
/// of a large vocabulary would take over 256 MiB. Without validation data: 64 tokens that depend on nothing
/// but the vocabulary.
HeldOut held_out_of(const RunConfig& run, const ModelConfig& model);

/// (rows, V), virtual tokens included.
at::Tensor logits_on(const CausalModel& model, const HeldOut& held_out);

struct LogitDifference {
    double max_logit = 0.0;       // largest magnitude of the expected ones
    double max_difference = 0.0;  // NaN where one of them is
    double mean_kl = 0.0;         // nats a row, of the found predictions from the expected ones
    double top1_agreement = 0.0;
};
LogitDifference difference_of(const at::Tensor& expected, const at::Tensor& found);

}  // namespace tunebench
