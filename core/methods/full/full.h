// Full fine-tuning: every parameter of the model trains, or those that are chosen.
#pragma once

#include "core/models/parameters.h"
#include "core/params/field.h"

namespace tunebench::full {

enum class Trainable { Everything, TopLayers, Biases };

struct Config {
    bool train_embeddings = true;  // also the tied head
    Trainable trainable = Trainable::Everything;
    std::int64_t top_layers = 2;
    std::vector<std::string> freeze = {};  // regular expressions over whole parameter names
};

const std::vector<Field<Config>>& fields();

/// What trains, in the order of parameters_of(model). An error where that is nothing, or where a pattern
/// matches no parameter.
Result<std::vector<ParameterInfo>> trained_parameters(const ModelConfig& model, const Config& config);

}  // namespace tunebench::full
