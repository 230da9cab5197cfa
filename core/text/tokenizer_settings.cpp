#include "core/text/tokenizer_settings.h"

#include <algorithm>

namespace tunebench {
namespace {

constexpr const char* kMoreTokens = "additional_special_tokens";

Result<Json> read_if_there(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return Json::object();
    return read_json_file(path);
}

/// Those that are listed already stay where they are.
void join(const Json& more, Json& tokens) {
    if (!tokens.is_array())
        tokens = Json::array();
    for (const auto& token : more)
        if (std::ranges::find(tokens, token) == tokens.end())
            tokens.push_back(token);
}

}  // namespace

Result<Json> read_tokenizer_settings(const std::filesystem::path& folder) {
    TRY(Json settings, read_if_there(folder / "tokenizer_config.json"));
    if (!settings.is_object() || settings.contains("added_tokens_decoder"))
        return settings;
    TRY(const Json map, read_if_there(folder / "special_tokens_map.json"));
    if (!map.is_object())
        return settings;
    for (const auto& [name, token] : map.items())
        if (name == kMoreTokens && token.is_array())
            join(token, settings[name]);
        else
            settings[name] = token;
    return settings;
}

}  // namespace tunebench
