#include <algorithm>

#include "core/text/tokenizer/tokenizer_parts.h"
#include "core/text/tokenizer_settings.h"

namespace tunebench {

namespace {

/// An empty object for a file that does not exist.
Result<Json> read_optional(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return Json::object();
    return read_json_file(path);
}

/// A token in tokenizer_config.json is a text or an added token's description.
std::optional<std::int32_t> named_token(const Json& file, std::string_view key, const TokenizerParts& parts) {
    const Json* token = find_member(file, key);
    if (token && token->is_object())
        token = find_member(*token, "content");
    if (!token || !token->is_string())
        return std::nullopt;
    return parts.token_id(token->get_ref<const std::string&>());
}

/// The ids of a member of config.json, which is an id, a list of them, or null. Those without a token are
/// left out.
std::vector<std::int32_t> token_ids(const Json& file, std::string_view key, const TokenizerParts& parts) {
    const Json* value = find_member(file, key);
    std::vector<std::int32_t> ids;
    const auto add = [&](const Json& id) {
        if (id.is_number_integer() && id >= 0 && id <= INT32_MAX && parts.token_text(id.get<std::int32_t>()))
            ids.push_back(id.get<std::int32_t>());
    };
    if (value && value->is_array())
        std::ranges::for_each(*value, add);
    else if (value)
        add(*value);
    return ids;
}

struct Neighbours {
    Json settings = {};  // of tokenizer_config.json and special_tokens_map.json
    Json config = {};
    Json generation_config = {};
};

std::optional<std::int32_t> special_token(const Neighbours& files, const std::string& name,
                                          const TokenizerParts& parts) {
    if (const auto id = named_token(files.settings, name + "_token", parts))
        return id;
    const auto ids = token_ids(files.config, name + "_token_id", parts);
    return ids.empty() ? std::nullopt : std::optional(ids.front());
}

std::vector<std::int32_t> all_end_tokens(const Neighbours& files, const TokenizerParts& parts) {
    std::vector<std::int32_t> ends;
    const auto add = [&](std::int32_t id) {
        if (std::ranges::find(ends, id) == ends.end())
            ends.push_back(id);
    };
    if (parts.end_token)
        add(*parts.end_token);
    for (const Json* file : {&files.generation_config, &files.config})
        std::ranges::for_each(token_ids(*file, "eos_token_id", parts), add);
    return ends;
}

}  // namespace

Result<void> read_neighbours(const std::filesystem::path& folder, TokenizerParts& parts) {
    Neighbours files;
    TRY(files.settings, read_tokenizer_settings(folder));
    TRY(files.config, read_optional(folder / "config.json"));
    TRY(files.generation_config, read_optional(folder / "generation_config.json"));
    parts.begin_token = special_token(files, "bos", parts);
    parts.end_token = special_token(files, "eos", parts);
    parts.pad_token = special_token(files, "pad", parts);
    parts.separator_token = special_token(files, "sep", parts);
    parts.end_tokens = all_end_tokens(files, parts);
    TRY(parts.chat, read_model_chat(folder, files.settings));
    return {};
}

}  // namespace tunebench
