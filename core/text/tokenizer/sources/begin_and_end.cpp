#include "core/text/tokenizer/sources/begin_and_end.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace tunebench {

namespace {

/// A class of transformers, with its own tokens where the configuration names none.
struct ChoosingClass {
    std::string_view family, begin, end;
};
constexpr ChoosingClass kChoosing[] = {
    {"llama", "<s>", "</s>"}, {"codellama", "<s>", "</s>"}, {"gemma", "<bos>", "<eos>"}};

struct EdgeToken {
    std::string text = {};
    std::int64_t id = 0;
};

bool has_content(const Json& added, const std::string& token) {
    const Json* content = find_member(added, "content");
    const auto* text = content ? content->get_ptr<const std::string*>() : nullptr;
    return text && *text == token;
}

std::optional<std::int64_t> id_in(const Json& object, std::string_view key) {
    const auto id = optional_integer(object, key);
    return id ? *id : std::nullopt;
}

/// Of an added token, or else of one of the model's.
std::optional<std::int64_t> id_of(const Json& tokenizer, const std::string& token) {
    if (const Json* added = find_member(tokenizer, "added_tokens"); added && added->is_array())
        for (const Json& one : *added)
            if (has_content(one, token))
                return id_in(one, "id");
    const Json* model = find_member(tokenizer, "model");
    const Json* vocabulary = model ? find_member(*model, "vocab") : nullptr;
    return vocabulary ? id_in(*vocabulary, token) : std::nullopt;
}

/// None where it is not wanted, or where there is no such token.
std::optional<EdgeToken> edge_token(const TokenizerConfig& config, const Json& tokenizer, bool is_wanted,
                                    std::string_view name, std::string_view of_class) {
    const std::string text = is_wanted ? config.token(name, of_class) : std::string();
    const auto id = text.empty() ? std::nullopt : id_of(tokenizer, text);
    return id ? std::optional(EdgeToken{text, *id}) : std::nullopt;
}

void add_part(Json& parts, const char* kind, const std::string& id, int type) {
    Json content = {{"id", id}, {"type_id", type}};
    Json part = Json::object();
    part[kind] = std::move(content);
    parts.push_back(std::move(part));
}

}  // namespace

void set_begin_and_end(const TokenizerConfig& config, Json& tokenizer) {
    const bool begins = config.flag("add_bos_token", true);
    const bool ends = config.flag("add_eos_token", false);
    const bool is_said = begins == config.flag("add_bos_token", false) ||
                         ends == config.flag("add_eos_token", true);  // whatever the fallback
    const auto* choosing = std::ranges::find(kChoosing, config.family(), &ChoosingClass::family);
    if (!is_said || !tokenizer.is_object() || choosing == std::end(kChoosing))
        return;
    const auto begin = edge_token(config, tokenizer, begins, "bos_token", choosing->begin);
    const auto end = edge_token(config, tokenizer, ends, "eos_token", choosing->end);
    Json special_tokens = Json::object();
    for (const auto& token : {begin, end})
        if (token)
            special_tokens[token->text]["ids"] = Json::array({token->id});
    const auto add_text = [&](Json& parts, const char* text, int type) {
        if (begin)
            add_part(parts, "SpecialToken", begin->text, type);
        add_part(parts, "Sequence", text, type);
        if (end)
            add_part(parts, "SpecialToken", end->text, type);
    };
    Json single = Json::array();
    add_text(single, "A", 0);
    Json pair = single;
    add_text(pair, "B", 1);
    Json& processor = tokenizer["post_processor"] = Json::object();
    processor["type"] = "TemplateProcessing";
    processor["single"] = std::move(single);
    processor["pair"] = std::move(pair);
    processor["special_tokens"] = std::move(special_tokens);
}

}  // namespace tunebench
