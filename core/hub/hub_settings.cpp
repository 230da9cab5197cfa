#include "core/hub/hub_settings.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace tunebench {

namespace fs = std::filesystem;

namespace {

fs::path expanded(const std::string& path, const Environment& environment) {
    if (path != "~" && !path.starts_with("~/"))
        return path;
    const auto home = non_empty(environment, "HOME");
    return home ? fs::path(*home) / path.substr(std::min<std::size_t>(2, path.size())) : fs::path(path);
}

/// Empty when nothing says where.
fs::path hugging_face_home(const Environment& environment) {
    if (const auto home = non_empty(environment, "HF_HOME"))
        return expanded(*home, environment);
    if (const auto cache = non_empty(environment, "XDG_CACHE_HOME"))
        return expanded(*cache, environment) / "huggingface";
    if (const auto home = non_empty(environment, "HOME"))
        return fs::path(*home) / ".cache" / "huggingface";
    return {};
}

fs::path cache_of(const Environment& environment, const fs::path& home) {
    for (const auto* name : {"HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"})
        if (const auto cache = non_empty(environment, name))
            return expanded(*cache, environment);
    return home.empty() ? home : home / "hub";
}

fs::path token_file_of(const Environment& environment, const fs::path& home) {
    if (const auto file = non_empty(environment, "HF_TOKEN_PATH"))
        return expanded(*file, environment);
    return home.empty() ? home : home / "token";
}

}  // namespace

Environment process_environment() {
    return [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        return value == nullptr ? std::nullopt : std::optional<std::string>(value);
    };
}

std::optional<std::string> non_empty(const Environment& environment, const std::string& name) {
    auto value = environment(name);
    return value && !value->empty() ? value : std::nullopt;
}

bool is_true(const Environment& environment, const std::string& name) {
    constexpr std::array<std::string_view, 4> kYes = {"1", "on", "yes", "true"};
    std::string value = environment(name).value_or("");
    std::transform(value.begin(), value.end(), value.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(kYes.begin(), kYes.end(), value) != kYes.end();
}

std::optional<std::string> offline_variable(const Environment& environment) {
    const std::string name =
        non_empty(environment, "HF_HUB_OFFLINE") ? "HF_HUB_OFFLINE" : "TRANSFORMERS_OFFLINE";
    return is_true(environment, name) ? std::optional(name) : std::nullopt;
}

Result<HubSettings> hub_settings(const Environment& environment) {
    HubSettings settings;
    if (const auto endpoint = non_empty(environment, "HF_ENDPOINT"))
        settings.endpoint = *endpoint;
    while (settings.endpoint.ends_with('/'))
        settings.endpoint.pop_back();
    const fs::path home = hugging_face_home(environment);
    settings.cache = cache_of(environment, home);
    settings.token_file = token_file_of(environment, home);
    settings.offline = offline_variable(environment).has_value();
    if (settings.cache.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "There is no folder for the hub's cache: HOME is not set.",
                     .hint = "Set HF_HUB_CACHE to a folder."};
    return settings;
}

}  // namespace tunebench
