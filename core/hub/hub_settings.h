// HubSettings: where the hub is, where its cache lies, and whether it may be asked at all, from the variables
// that huggingface_hub reads too.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace tunebench {

/// A variable's value, or none. Passed in, so that tests need not change the process.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
Environment process_environment();

struct HubSettings {
    std::string endpoint = "https://huggingface.co";  // HF_ENDPOINT; without a slash at the end
    std::filesystem::path cache = {};                 // HF_HUB_CACHE, HUGGINGFACE_HUB_CACHE, $HF_HOME/hub
    std::filesystem::path token_file = {};            // HF_TOKEN_PATH, $HF_HOME/token
    bool offline = false;                             // HF_HUB_OFFLINE, TRANSFORMERS_OFFLINE
};

/// HF_HOME is $XDG_CACHE_HOME/huggingface or ~/.cache/huggingface unless it is set. An empty variable counts
/// as not set, "~/" at the start of a path is the home folder. InvalidArgument when no folder can be told.
Result<HubSettings> hub_settings(const Environment& environment);

/// The variable's value, unless it is missing or empty.
std::optional<std::string> non_empty(const Environment& environment, const std::string& name);

/// Whether the variable says yes: 1, on, yes or true.
bool is_true(const Environment& environment, const std::string& name);

/// The name of the variable that forbids to ask the hub, if one does: TRANSFORMERS_OFFLINE counts only where
/// HF_HUB_OFFLINE is missing or empty.
std::optional<std::string> offline_variable(const Environment& environment);

}  // namespace tunebench
