// What an adapter's folder says of the model that it belongs on: the labels that a classifier's adapter tells
// apart, and the rows of its own embedding. Adapter formats have no place for labels: they stand in
// labels.json beside the adapter, as id2label and label2id.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/engine/models/causal_model.h"

namespace tunebench {

Result<void> write_adapter_labels(const std::filesystem::path& folder,
                                  const std::vector<std::string>& labels);

/// Those of labels.json; of an adapter that PEFT wrote, LABEL_0, … for each row of its head; none for an
/// adapter that is not a classifier's.
Result<std::vector<std::string>> read_adapter_labels(const std::filesystem::path& folder);

/// The model that the adapter of a folder belongs on: the base model, with a head for the adapter's labels
/// where it has any, and with as many rows as an embedding has that the adapter brings.
Result<ModelConfig> model_under(const std::filesystem::path& adapter, const std::filesystem::path& base);
Result<std::unique_ptr<CausalModel>> load_base_of(const std::filesystem::path& base,
                                                  const std::filesystem::path& adapter,
                                                  const QuantizationSettings& quantization = {});

}  // namespace tunebench
