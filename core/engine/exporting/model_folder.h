// A whole model in Hugging Face's layout: config.json, model.safetensors or its shards, and the tokenizer's
// files.
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/result.h"
#include "core/engine/models/causal_model.h"

namespace tunebench {

/// How the weights are stored.
struct ModelStorage {
    at::ScalarType type = at::kFloat;               // kFloat, kHalf or kBFloat16
    std::uint64_t max_shard_bytes = 5'000'000'000;  // more than that is split, as transformers does
};

/// Projections must have been merged (Projection::merge): no deltas, and every weight dense. Files that
/// describe the model and its tokenizer are copied from `source`;
/// without one, config.json is written anew.
Result<void> write_model_folder(const std::filesystem::path& folder, CausalModel& model,
                                const std::filesystem::path& source, const ModelStorage& storage = {});

}  // namespace tunebench
