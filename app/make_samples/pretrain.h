// The sample model: tokenizer and weights from nothing but the corpus, made by Tunebench itself.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

struct PretrainSettings {
    std::int32_t vocabulary_size = 1024;
    std::int64_t hidden_size = 160;
    std::int64_t intermediate_size = 448;
    std::int64_t num_hidden_layers = 4;
    std::int64_t num_attention_heads = 5;
    std::int64_t num_key_value_heads = 5;
    double epochs = 3.0;
    double learning_rate = 4e-3;
    std::int64_t batch_size = 8;  // packed rows of 256 tokens
    std::int64_t seed = 42;
};

/// Trains the vocabulary, writes config.json, trains the model from random weights through the engine with a
/// line of progress now and then, and leaves a model folder at `out`. Everything in between goes into `work`.
Result<void> pretrain(const std::vector<std::string>& corpus, const PretrainSettings& settings,
                      const std::filesystem::path& work, const std::filesystem::path& out);

}  // namespace tunebench
