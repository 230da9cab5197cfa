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
    std::string tokenizer_file = {};  // its name; empty when the folder has no tokenizer
    TensorCheck tensors = {};
};

struct AdapterInspection {
    std::filesystem::path folder = {};
    std::string method = {};  // its id; empty when this version does not know it
    std::string format = {};
    std::string base_model = {};
    Json config = nullptr;  // of the adapter's configuration file
    std::int64_t parameters = 0;
    std::uint64_t tensor_bytes = 0;
    std::vector<std::string> tensors = {};
    std::map<std::string, std::int64_t> dtypes = {};
};

Result<ModelInspection> inspect_model(const std::filesystem::path& folder);
Result<AdapterInspection> inspect_adapter(const std::filesystem::path& folder);

}  // namespace tunebench::cli
