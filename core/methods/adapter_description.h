// AdapterDescription: which method an adapter's folder is of, by its configuration file. No tensor is read.
#pragma once

#include <filesystem>

#include "core/methods/method.h"

namespace tunebench {

/// The files of PEFT, and AdapterHub's of the same name.
constexpr const char* kAdapterConfigFile = "adapter_config.json";
constexpr const char* kAdapterWeightsFile = "adapter_model.safetensors";

struct AdapterDescription {
    const Method* method = nullptr;
    const AdapterFormat* format = nullptr;
    Json config = nullptr;
    std::filesystem::path config_file = {};
    std::string base_model() const;  // as the file names it; empty when it does not
};

/// Whether the folder has the configuration file of an adapter, of whatever method.
bool has_adapter_config(const std::filesystem::path& folder);

/// NotFound when the folder has no such file, Unsupported when no method knows it.
Result<AdapterDescription> describe_adapter(const std::filesystem::path& folder);

}  // namespace tunebench
