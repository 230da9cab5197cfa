// Tokenizer::encode_within: texts cut so that they fit with their special tokens.
#include <algorithm>

#include "core/text/tokenizer/tokenizer.h"
#include "core/text/tokenizer/tokenizer_parts.h"

namespace tunebench {
namespace {

using Ids = std::vector<std::int32_t>;

Ids with_special_tokens(const TokenizerParts& parts, Ids text) {
    Encoding encoding{.ids = std::move(text)};
    if (parts.post_processor)
        parts.post_processor->add_special_tokens(encoding, 0);
    return std::move(encoding.ids);
}

Ids joined(const TokenizerParts& parts, const Ids& first, const Ids& second) {
    if (parts.post_processor)
        if (auto ids = parts.post_processor->joined(first, second))
            return *std::move(ids);
    auto both = first;
    if (const auto between = parts.separator_token ? parts.separator_token : parts.end_token)
        both.push_back(*between);
    both.insert(both.end(), second.begin(), second.end());
    return with_special_tokens(parts, std::move(both));
}

/// Cuts what goes beyond `room` off the longer one, until both are equally long, then off both.
std::int64_t cut_pair(Ids& first, Ids& second, std::size_t room) {
    const auto before = first.size() + second.size();
    if (before <= room)
        return 0;
    auto& longer = first.size() >= second.size() ? first : second;
    auto& shorter = first.size() >= second.size() ? second : first;
    shorter.resize(std::min(shorter.size(), room / 2));
    longer.resize(room - shorter.size());
    return static_cast<std::int64_t>(before - room);
}

/// At least one token, so that no text is lost altogether.
std::size_t room_of(std::int64_t max_length, std::size_t special) {
    return static_cast<std::size_t>(
        std::max<std::int64_t>(1, max_length - static_cast<std::int64_t>(special)));
}

}  // namespace

BoundedTokens Tokenizer::encode_within(std::string_view text, std::optional<std::string_view> pair,
                                       std::int64_t max_length) const {
    auto first = encode(text, /*add_special_tokens=*/false);
    if (pair) {
        auto second = encode(*pair, /*add_special_tokens=*/false);
        const auto cut = cut_pair(first, second, room_of(max_length, joined(*parts_, {}, {}).size()));
        return {.ids = joined(*parts_, first, second), .cut = cut};
    }
    const auto room = room_of(max_length, with_special_tokens(*parts_, {}).size());
    const auto cut = static_cast<std::int64_t>(first.size() - std::min(first.size(), room));
    first.resize(std::min(first.size(), room));
    return {.ids = with_special_tokens(*parts_, std::move(first)), .cut = cut};
}

}  // namespace tunebench
