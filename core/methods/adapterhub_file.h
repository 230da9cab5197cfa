// What AdapterHub's adapter_config.json says of an adapter of any architecture, as `adapters` 1.2.0 writes
// it.
#pragma once

#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/models/model_config.h"

namespace tunebench::adapterhub {

/// AdapterHub's name of the adapter, which the names of its tensors hold.
inline constexpr std::string_view kAdapterName = "tunebench";

/// The file of an adapter that `config` describes.
Json adapter_json(const Json& config, const ModelConfig& model, const std::string& base_model);

/// Whether the file's "config" is of this architecture; that of bottlenecks has no name.
bool is_architecture(const Json& adapter_json, std::string_view architecture);

/// "config" of a file; Corrupt where the adapter was made for a model of another width.
Result<const Json*> config_of(const Json& adapter_json, const ModelConfig& model);

/// Unsupported: names the key that has another value than in `fixed`. Missing ones have theirs.
Result<void> refuse_others(const Json& config, const Json& fixed);

/// Unsupported, for a key of adapter_config.json.
Error unreadable(std::string_view key, std::string_view reason);

}  // namespace tunebench::adapterhub
