// What GGUF files for llama.cpp say about a model, besides its tokenizer.
#pragma once

#include <string>
#include <string_view>

#include "core/exports/export_dtype.h"
#include "core/formats/gguf.h"
#include "core/models/model_config.h"

namespace tunebench {

/// The ggml type that holds such weights.
GgmlType ggml_type_of(ExportDtype dtype);

/// general.*: `type` is "model" or "adapter". Only for models with an architecture (gguf_modules.h), here and
/// below.
GgufMetadata gguf_general(const ModelConfig& model, std::string_view type, const std::string& name,
                          ExportDtype dtype);

/// <architecture>.*: sizes, norms, positions and attention. Llama 3's scaling of positions is not among them:
/// it is the tensor rope_freqs.weight.
GgufMetadata gguf_hyperparameters(const ModelConfig& model);

/// `base` with everything that gguf_hyperparameters writes taken from the file instead. Corrupt, naming the
/// key, when one is missing, of another type, or when the architecture is another.
Result<ModelConfig> config_from_gguf(const GgufFile& file, ModelConfig base);

}  // namespace tunebench
