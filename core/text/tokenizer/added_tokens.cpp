#include "core/text/tokenizer/added_tokens.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/error_exception.h"

namespace tunebench {

namespace {

Result<AddedToken> read_token(const ComponentDescription& description, std::int64_t highest_id) {
    AddedToken token;
    TRY(token.content, description.required_text("content"));
    TRY(const std::int64_t id, description.integer("id", -1));
    if (id < 0 || id > highest_id)
        return description.error(
            fmt::format("the token \"{}\" has no usable id ({}); ids go from 0 to {} here", token.content, id,
                        highest_id));
    token.id = static_cast<std::int32_t>(id);
    TRY(token.single_word, description.boolean("single_word", false));
    TRY(token.lstrip, description.boolean("lstrip", false));
    TRY(token.rstrip, description.boolean("rstrip", false));
    TRY(token.special, description.boolean("special", false));
    TRY(token.normalized, description.boolean("normalized", !token.special));
    return token;
}

Result<std::string> normalized_text(const std::string& content, const Normalizer* normalizer) {
    if (!normalizer)
        return content;
    AlignedText text(Piece(content), false);
    try {
        normalizer->normalize(text);
    } catch (const ErrorException& thrown) {
        return thrown.error();
    }
    return text.text();
}

}  // namespace

Result<AddedTokens> AddedTokens::make(const ComponentDescription& file, const Normalizer* normalizer,
                                      std::int64_t highest_id) {
    AddedTokens added;
    const Json* json = find_member(file.json(), "added_tokens");
    if (!json || json->is_null())
        return added;
    TRY(const auto descriptions, file.list("added_tokens"));
    std::vector<AddedToken> plain;
    std::vector<std::string> plain_texts;
    std::vector<AddedToken> normalized;
    std::vector<std::string> normalized_texts;
    for (const ComponentDescription& description : descriptions) {
        TRY(const AddedToken token, read_token(description, highest_id));
        added.add(token);
        TRY(auto text, normalized_text(token.content, token.normalized ? normalizer : nullptr));
        (token.normalized ? normalized_texts : plain_texts).push_back(std::move(text));
        (token.normalized ? normalized : plain).push_back(token);
    }
    added.plain_ = AddedTokenMatcher(std::move(plain), plain_texts);
    added.normalized_ = AddedTokenMatcher(std::move(normalized), normalized_texts);
    return added;
}

AddedTokens AddedTokens::with(const std::vector<AddedToken>& more) const {
    auto added = *this;
    for (const auto& token : more)
        added.add(token);
    std::vector<AddedToken> plain;
    std::vector<std::string> texts;
    for (const auto& token : added.tokens_) {
        if (token.normalized)
            continue;
        plain.push_back(token);
        texts.push_back(token.content);
    }
    added.plain_ = AddedTokenMatcher(std::move(plain), texts);
    return added;
}

void AddedTokens::add(const AddedToken& token) {
    by_content_[token.content] = tokens_.size();
    by_id_[token.id] = tokens_.size();
    id_end_ = std::max(id_end_, token.id + 1);
    tokens_.push_back(token);
}

const AddedToken* AddedTokens::find(std::string_view content) const {
    const auto found = by_content_.find(std::string(content));
    return found == by_content_.end() ? nullptr : &tokens_[found->second];
}

const AddedToken* AddedTokens::find(std::int32_t id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &tokens_[found->second];
}

}  // namespace tunebench
