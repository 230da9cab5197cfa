// Tokens and their ids.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/text/tokenizer/component_description.h"

namespace tunebench {

class Vocabulary {
public:
    /// From an object of token → id. Of several tokens with one id all are found, and the first by their
    /// bytes is its text. Corrupt for an id that is no integer, negative, or far beyond the number of tokens.
    static Result<Vocabulary> make(const ComponentDescription& description);

    /// Tokens whose ids are their places. Of a token that stands twice, the later id is found.
    static Vocabulary of(std::vector<std::string> tokens);

    std::optional<std::int32_t> find(std::string_view token) const;

    /// The token that the model's member "unk_token" names; kNoToken where the vocabulary lacks it. Corrupt
    /// without such a member.
    Result<std::int32_t> unknown_token(const ComponentDescription& model) const;

    /// The token of an id, or null where there is none.
    const std::string* text(std::int32_t id) const;

    std::size_t size() const { return ids_.size(); }

    /// Every token and its id, in no order.
    const std::unordered_map<std::string_view, std::int32_t>& ids() const { return ids_; }

    /// The highest id and one more.
    std::int32_t id_end() const { return static_cast<std::int32_t>(texts_.size()); }

    Vocabulary(Vocabulary&&) = default;
    Vocabulary& operator=(Vocabulary&&) = default;
    Vocabulary(const Vocabulary&) = delete;
    Vocabulary& operator=(const Vocabulary&) = delete;

private:
    Vocabulary() = default;

    std::vector<std::optional<std::string>> texts_;           // by id
    std::deque<std::string> others_;                          // tokens of ids that have a text
    std::unordered_map<std::string_view, std::int32_t> ids_;  // of these strings
};

/// The highest id that `tokens` tokens may have: gaps are allowed, but not so large that a table by id would
/// fill the memory.
std::int64_t highest_token_id(std::size_t tokens);

}  // namespace tunebench
