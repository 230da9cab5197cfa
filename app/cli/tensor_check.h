// The tensors of a model folder against those that its architecture needs. Reads headers only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/formats/safetensors.h"
#include "core/models/model_config.h"

namespace tunebench::cli {

struct TensorCheck {
    std::vector<std::string> missing = {};
    std::vector<std::string> extra = {};
    std::vector<std::string> wrong_shapes = {};       // "name: 64x32 in the file, 64x64 in the architecture"
    std::map<std::string, std::int64_t> dtypes = {};  // tensors of each

    bool is_complete() const { return missing.empty() && wrong_shapes.empty(); }
};

TensorCheck check_tensors(const ModelConfig& config, const SafetensorsSet& files);

/// Tensors of each type.
std::map<std::string, std::int64_t> dtype_counts(const SafetensorsSet& files);

std::string shape_text(const std::vector<std::int64_t>& shape);  // "64x32", "scalar"

}  // namespace tunebench::cli
