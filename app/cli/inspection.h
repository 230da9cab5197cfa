// What a model's or an adapter's folder says about itself: configuration and headers, no weights, no engine.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/cli/tensor_check.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/models/model_config.h"

namespace tunebench::cli {

struct ModelInspection {
    std::filesystem::path folder = {};
    ModelConfig config = {};
    std::int64_t parameters = 0;
    std::uint64_t tensor_bytes = 0;
    std::size_t files = 0;
    bool has_tokenizer = false;
    TensorCheck tensors = {};
};

/// An adapter in PEFT's layout.
struct AdapterInspection {
    std::filesystem::path folder = {};
    Json config = nullptr;  // adapter_config.json
    std::int64_t parameters = 0;
    std::uint64_t tensor_bytes = 0;
    std::vector<std::string> tensors = {};
    std::map<std::string, std::int64_t> dtypes = {};
};

Result<ModelInspection> inspect_model(const std::filesystem::path& folder);
Result<AdapterInspection> inspect_adapter(const std::filesystem::path& folder);

}  // namespace tunebench::cli
