#include "core/text/tokenizer/sources/tokenizer_config.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>
#include <unordered_map>

#include "core/text/tokenizer_settings.h"

namespace tunebench {

namespace {

constexpr std::string_view kSpecialNames[] = {"bos_token", "eos_token", "unk_token", "sep_token",
                                              "pad_token", "cls_token", "mask_token"};

Result<Json> read_if_there(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return Json::object();
    return read_json_file(path);
}

std::string text_of(const Json& object, std::string_view key) {
    const Json* text = find_member(object, key);
    return text && text->is_string() ? text->get<std::string>() : "";
}

bool flag_of(const Json& object, std::string_view key, bool fallback) {
    const Json* value = find_member(object, key);
    return value && value->is_boolean() ? value->get<bool>() : fallback;
}

std::string family_of(std::string name) {
    for (const std::string_view ending : {"Fast", "Tokenizer"})
        if (name.ends_with(ending))
            name.erase(name.size() - ending.size());
    std::erase_if(name, [](char c) { return c == '-' || c == '_'; });
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return name;
}

/// A text, or an added token's description; nothing for anything else.
std::optional<NamedToken> named_token(const Json& json, bool special) {
    NamedToken token;
    token.content = json.is_string() ? json.get<std::string>() : text_of(json, "content");
    token.special = flag_of(json, "special", special);
    token.single_word = flag_of(json, "single_word", false);
    token.lstrip = flag_of(json, "lstrip", false);
    token.rstrip = flag_of(json, "rstrip", false);
    token.normalized = flag_of(json, "normalized", !token.special);
    return token.content.empty() ? std::nullopt : std::optional(std::move(token));
}

/// The id as text; one that is none becomes -1, which is refused later with the token's name.
std::int64_t id_of(std::string_view text) {
    std::int32_t id = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc() && end == text.data() + text.size() ? id : -1;
}

/// Tokens by their content: the first description counts, and the first id; special is what any says is.
class TokenList {
public:
    void add(const Json& json, bool special, std::optional<std::int64_t> id) {
        auto token = named_token(json, special);
        if (!token)
            return;
        const auto [known, is_new] = places_.try_emplace(token->content, tokens_.size());
        if (is_new)
            tokens_.push_back(*std::move(token));
        auto& own = tokens_[known->second];
        own.id = own.id ? own.id : id;
        own.special = own.special || special;
    }

    std::vector<NamedToken> take() {
        std::ranges::stable_sort(tokens_, std::less(), [](const NamedToken& token) {
            return token.id.value_or(std::numeric_limits<std::int64_t>::max());
        });
        return std::move(tokens_);
    }

private:
    std::vector<NamedToken> tokens_;
    std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace

TokenizerConfig TokenizerConfig::of(Json tokenizer_config) {
    TokenizerConfig config;
    config.family_ = family_of(text_of(tokenizer_config, "tokenizer_class"));
    config.config_ = std::move(tokenizer_config);
    return config;
}

Result<TokenizerConfig> TokenizerConfig::beside_tokenizer_json(const std::filesystem::path& folder) {
    TRY(Json settings, read_tokenizer_settings(folder));
    return of(std::move(settings));
}

Result<TokenizerConfig> TokenizerConfig::read(const std::filesystem::path& folder) {
    TRY(TokenizerConfig config, beside_tokenizer_json(folder));
    TRY(config.added_tokens_, read_if_there(folder / "added_tokens.json"));
    TRY(const Json model, read_if_there(folder / "config.json"));
    if (config.family_.empty())
        config.family_ = family_of(text_of(model, "model_type"));
    return config;
}

bool TokenizerConfig::flag(std::string_view key, bool fallback) const {
    return flag_of(config_, key, fallback);
}

std::int64_t TokenizerConfig::integer(std::string_view key, std::int64_t fallback) const {
    const Json* value = find_member(config_, key);
    return value && value->is_number_integer() ? value->get<std::int64_t>() : fallback;
}

const Json* TokenizerConfig::named(std::string_view name) const {
    const Json* token = find_member(config_, name);
    return token && !token->is_null() ? token : nullptr;
}

std::string TokenizerConfig::token(std::string_view name, std::string_view fallback) const {
    const Json* json = named(name);
    const auto token = json ? named_token(*json, true) : std::nullopt;
    return token ? token->content : std::string(fallback);
}

std::vector<NamedToken> TokenizerConfig::tokens() const {
    TokenList list;
    if (const Json* decoder = find_member(config_, "added_tokens_decoder"); decoder && decoder->is_object())
        for (const auto& [key, json] : decoder->items())
            list.add(json, false, id_of(key));
    for (const std::string_view name : kSpecialNames)
        if (const Json* json = named(name))
            list.add(*json, true, std::nullopt);
    if (const Json* more = named("additional_special_tokens"); more && more->is_array())
        for (const Json& json : *more)
            list.add(json, true, std::nullopt);
    if (added_tokens_.is_object())
        for (const auto& [content, id] : added_tokens_.items())
            list.add(Json(content), false, id_of(json_text(id)));
    return list.take();
}

}  // namespace tunebench
