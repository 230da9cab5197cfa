#include "core/text/tokenizer/vocabulary.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/text/tokenizer/token_model.h"

namespace tunebench {

std::int64_t highest_token_id(std::size_t tokens) {
    return (std::int64_t{1} << 20) + 8 * static_cast<std::int64_t>(tokens);
}

Result<Vocabulary> Vocabulary::make(const ComponentDescription& description) {
    const Json& json = description.json();
    if (!json.is_object())
        return description.error("there should be an object of tokens and their ids");
    const std::int64_t limit = highest_token_id(json.size());
    std::int64_t id_end = 0;
    for (const auto& [token, value] : json.items()) {
        const bool fits = value.is_number_integer() && value <= limit && value >= 0;
        if (!fits)
            return description.error(
                fmt::format("the token \"{}\" has the id {}; ids are whole numbers from 0 to {} here", token,
                            json_text(value).substr(0, 40), limit));
        id_end = std::max(id_end, value.get<std::int64_t>() + 1);
    }
    Vocabulary vocabulary;
    vocabulary.texts_.resize(static_cast<std::size_t>(id_end));
    vocabulary.ids_.reserve(json.size());
    for (const auto& [token, value] : json.items()) {
        const auto id = value.get<std::int32_t>();
        auto& text = vocabulary.texts_[static_cast<std::size_t>(id)];
        const std::string_view stored = text ? vocabulary.others_.emplace_back(token) : text.emplace(token);
        vocabulary.ids_.emplace(stored, id);
    }
    return vocabulary;
}

Vocabulary Vocabulary::of(std::vector<std::string> tokens) {
    Vocabulary vocabulary;
    vocabulary.texts_.reserve(tokens.size());
    vocabulary.ids_.reserve(tokens.size());
    for (std::string& token : tokens) {
        const auto id = vocabulary.id_end();
        const auto& text = vocabulary.texts_.emplace_back(std::move(token));
        vocabulary.ids_.insert_or_assign(*text, id);
    }
    return vocabulary;
}

Result<std::int32_t> Vocabulary::unknown_token(const ComponentDescription& model) const {
    TRY(const std::string token, model.required_text("unk_token"));
    return find(token).value_or(kNoToken);
}

std::optional<std::int32_t> Vocabulary::find(std::string_view token) const {
    const auto found = ids_.find(token);
    if (found == ids_.end())
        return std::nullopt;
    return found->second;
}

const std::string* Vocabulary::text(std::int32_t id) const {
    if (id < 0 || id >= id_end())
        return nullptr;
    const auto& text = texts_[static_cast<std::size_t>(id)];
    return text ? &*text : nullptr;
}

}  // namespace tunebench
