#include "core/text/tokenizer/sources/named_tokens.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tunebench {

namespace {

void set_flags(const NamedToken& token, Json& added) {
    added["single_word"] = token.single_word;
    added["lstrip"] = token.lstrip;
    added["rstrip"] = token.rstrip;
    added["normalized"] = token.normalized;
    added["special"] = token.special;
}

/// Places by content in an array of added tokens.
std::unordered_map<std::string, std::size_t> places_of(const Json& added_tokens) {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < added_tokens.size(); ++i)
        if (const Json* content = find_member(added_tokens[i], "content"); content && content->is_string())
            places.emplace(content->get<std::string>(), i);
    return places;
}

/// The ids of the model's tokens: an object of them, or Unigram's list of pairs.
class VocabularyIds {
public:
    explicit VocabularyIds(const Json& tokenizer) {
        const Json* model = find_member(tokenizer, "model");
        vocabulary_ = model ? find_member(*model, "vocab") : nullptr;
        if (!vocabulary_ || !vocabulary_->is_array())
            return;
        for (std::size_t id = 0; id < vocabulary_->size(); ++id) {
            const Json& pair = (*vocabulary_)[id];
            if (pair.is_array() && !pair.empty() && pair[0].is_string())
                ids_.insert_or_assign(pair[0].get_ref<const std::string&>(), static_cast<std::int64_t>(id));
        }
    }

    std::int64_t size() const {
        return vocabulary_ ? static_cast<std::int64_t>(vocabulary_->size()) : std::int64_t{0};
    }

    std::optional<std::int64_t> find(const std::string& token) const {
        if (const auto known = ids_.find(token); known != ids_.end())
            return known->second;
        if (!vocabulary_)
            return std::nullopt;
        const auto id = optional_integer(*vocabulary_, token);
        return id ? *id : std::nullopt;
    }

private:
    const Json* vocabulary_ = nullptr;
    std::unordered_map<std::string_view, std::int64_t> ids_;
};

std::int64_t next_id(const Json& added_tokens, std::int64_t vocabulary_size) {
    std::int64_t next = vocabulary_size;
    for (const Json& added : added_tokens)
        if (const auto id = optional_integer(added, "id"); id && *id && **id < INT32_MAX)
            next = std::max(next, **id + 1);
    return next;
}

void append(const std::vector<NamedToken>& tokens, Json& tokenizer) {
    const VocabularyIds ids(tokenizer);
    Json& added_tokens = tokenizer["added_tokens"];
    auto next = next_id(added_tokens, ids.size());
    for (const NamedToken& token : tokens) {
        const auto known = ids.find(token.content);
        if (!known && !token.id)
            continue;
        Json added = {{"id", known ? *known : next++}, {"content", token.content}};
        set_flags(token, added);
        added_tokens.push_back(std::move(added));
    }
}

}  // namespace

void add_named_tokens(const TokenizerConfig& config, Json& tokenizer) {
    const auto tokens = config.tokens();
    if (tokens.empty() || !tokenizer.is_object())
        return;
    Json& added_tokens = tokenizer["added_tokens"];
    if (added_tokens.is_null())
        added_tokens = Json::array();
    if (!added_tokens.is_array())
        return;
    const auto places = places_of(added_tokens);
    std::vector<NamedToken> missing;
    for (const NamedToken& token : tokens)
        if (const auto place = places.find(token.content); place == places.end())
            missing.push_back(token);
        else if (token.id)
            set_flags(token, added_tokens[place->second]);
    if (!missing.empty())
        append(missing, tokenizer);
}

}  // namespace tunebench
