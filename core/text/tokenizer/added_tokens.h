// Added tokens: texts that are tokens wherever they stand, found before the model sees the text.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/text/tokenizer/component_description.h"
#include "core/text/tokenizer/normalizer.h"

namespace tunebench {

struct AddedToken {
    std::int32_t id = 0;
    std::string content = {};
    bool single_word = false;  // not within a longer word
    bool lstrip = false;       // takes the white space before it
    bool rstrip = false;       // takes the white space after it
    bool normalized = false;   // is looked for in the normalized text, and is normalized itself
    bool special = false;      // left out when special tokens are skipped
};

/// Finds the longest of a set of texts at every place, front to back, without overlap.
class AddedTokenMatcher {
public:
    AddedTokenMatcher() = default;

    /// `tokens` by index; `texts[i]` is what token i is looked for as. Empty texts are left out.
    AddedTokenMatcher(std::vector<AddedToken> tokens, const std::vector<std::string>& texts);

    bool empty() const { return entries_.empty(); }

    /// Called for [begin, end) of an added token, or of the text between two (`token` null). White space
    /// taken by a token belongs to its range.
    using Visitor = std::function<void(std::size_t begin, std::size_t end, const AddedToken* token)>;

    void for_each(std::string_view text, const Visitor& visit) const;

private:
    struct Entry {
        std::string text = {};
        std::size_t token = 0;
    };

    const Entry* longest_at(std::string_view text, std::size_t at) const;

    std::vector<AddedToken> tokens_;
    std::vector<Entry> entries_;          // sorted by text
    std::vector<bool> first_bytes_ = {};  // by byte: whether an entry starts with it
};

/// The added tokens of a tokenizer.
class AddedTokens {
public:
    AddedTokens() = default;

    /// From the array "added_tokens" of a tokenizer.json; `normalizer` may be null. Corrupt for a token
    /// without content or id, or with an id that is negative or beyond `highest_id`; the normalizer's errors.
    static Result<AddedTokens> make(const ComponentDescription& file, const Normalizer* normalizer,
                                    std::int64_t highest_id);

    /// These and `more`, which are looked for as they are written.
    AddedTokens with(const std::vector<AddedToken>& more) const;

    const std::vector<AddedToken>& all() const { return tokens_; }
    const AddedToken* find(std::string_view content) const;
    const AddedToken* find(std::int32_t id) const;

    /// The highest id and one more; 0 without tokens.
    std::int32_t id_end() const { return id_end_; }

    /// For the text as it was given, and for the normalized text.
    const AddedTokenMatcher& plain() const { return plain_; }
    const AddedTokenMatcher& normalized() const { return normalized_; }

private:
    void add(const AddedToken& token);

    std::vector<AddedToken> tokens_;
    std::unordered_map<std::string, std::size_t> by_content_;
    std::unordered_map<std::int32_t, std::size_t> by_id_;
    std::int32_t id_end_ = 0;
    AddedTokenMatcher plain_;
    AddedTokenMatcher normalized_;
};

}  // namespace tunebench
