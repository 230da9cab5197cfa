#include "core/text/tokenizer/sources/description_builder.h"

#include <algorithm>

namespace tunebench {

DescriptionBuilder::DescriptionBuilder(Json model, const std::vector<std::string>& tokens)
    : json_({{"added_tokens", Json::array()}, {"model", std::move(model)}}),
      next_id_(static_cast<std::int64_t>(tokens.size())) {
    ids_.reserve(tokens.size());
    for (std::size_t id = 0; id < tokens.size(); ++id)
        ids_.insert_or_assign(tokens[id], static_cast<std::int64_t>(id));
}

void DescriptionBuilder::add(const NamedToken& token) {
    const auto known = ids_.find(token.content);
    const std::int64_t id = known != ids_.end() ? known->second : token.id.value_or(next_id_);
    ids_[token.content] = id;
    next_id_ = std::max(next_id_, id + 1);
    json_["added_tokens"].push_back({{"id", id},
                                     {"content", token.content},
                                     {"single_word", token.single_word},
                                     {"lstrip", token.lstrip},
                                     {"rstrip", token.rstrip},
                                     {"normalized", token.normalized},
                                     {"special", token.special}});
}

void DescriptionBuilder::add_all(const TokenizerConfig& config, const std::vector<NamedToken>& usual) {
    const auto tokens = config.tokens();
    for (const NamedToken& token : tokens)
        add(token);
    for (const NamedToken& token : usual)
        if (has(token.content) &&
            std::ranges::find(tokens, token.content, &NamedToken::content) == tokens.end())
            add(token);
}

Json DescriptionBuilder::template_of(const std::vector<Part>& parts, Json& special_tokens) const {
    Json pieces = Json::array();
    for (const Part& part : parts) {
        const bool is_text = part.text == "$A" || part.text == "$B";
        const auto known = ids_.find(part.text);
        if (is_text) {
            pieces.push_back({{"Sequence", {{"id", part.text.substr(1)}, {"type_id", part.type}}}});
        } else if (known != ids_.end()) {
            pieces.push_back({{"SpecialToken", {{"id", part.text}, {"type_id", part.type}}}});
            special_tokens[part.text] = {{"ids", {known->second}}};
        }
    }
    return pieces;
}

void DescriptionBuilder::set_template(const std::vector<Part>& single, const std::vector<Part>& pair) {
    Json special_tokens = Json::object();
    Json processor = {{"type", "TemplateProcessing"}};
    processor["single"] = template_of(single, special_tokens);
    processor["pair"] = template_of(pair, special_tokens);
    processor["special_tokens"] = std::move(special_tokens);
    set("post_processor", std::move(processor));
}

}  // namespace tunebench
