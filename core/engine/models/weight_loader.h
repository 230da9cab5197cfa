// Filling a model with weights: from a folder of safetensors, or random ones from a seed.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/engine/models/causal_model.h"
#include "core/formats/safetensors.h"

namespace tunebench {

/// The types that tensors get as they are read or drawn.
struct StoredTypes {
    ModelTypes types = {};
    std::set<std::string> trained = {};  // the parameters that will train

    at::ScalarType of(const ParameterInfo& parameter) const;
};

/// Loads config.json and the weights, all frozen. Errors name file and tensor: missing, of another
/// shape or of an unknown type. Names are also tried without the family's prefix, as some checkpoints of
/// GPT-2 write them. With quantization, each weight of a block becomes codes as soon as it is read, so that
/// no more than one is dense at a time; weights that bitsandbytes has quantized keep their codes.
Result<std::unique_ptr<CausalModel>> load_model(const std::filesystem::path& folder,
                                                const QuantizationSettings& quantization = {});

/// The same for a model that `config` describes: the folder's own, or as_classifier or with_added_rows of it.
/// The head of classes that the folder does not have is drawn from the seed, as random_model draws; added
/// rows are the mean of those before them.
Result<std::unique_ptr<CausalModel>> load_model(const std::filesystem::path& folder, ModelConfig config,
                                                std::uint64_t head_seed,
                                                const QuantizationSettings& quantization = {},
                                                const StoredTypes& stored = {});

/// Every parameter drawn from the seed: normal with initializer_range, norms 1, biases 0. `quantization` must
/// have been checked.
std::unique_ptr<CausalModel> random_model(const ModelConfig& config, std::uint64_t seed,
                                          const QuantizationSettings& quantization = {},
                                          const StoredTypes& stored = {});

/// Tensor names of a set that the model has no use for, and those it lacks.
struct WeightCheck {
    std::vector<std::string> missing = {};
    std::vector<std::string> extra = {};
};
WeightCheck check_weights(const SafetensorsSet& set, const ModelConfig& config);

}  // namespace tunebench
