// Tokenizer::encode_within: texts cut so that they fit with their special tokens.
#include <algorithm>
#include <span>

#include "core/text/tokenizer/tokenizer.h"
#include "core/text/tokenizer/tokenizer_parts.h"

namespace tunebench {
namespace {

using Ids = std::vector<std::int32_t>;

/// Where the post-processor says nothing of pairs, a separator stands between the two.
TypedTokens joined(const TokenizerParts& parts, std::span<const Ids> texts) {
    if (parts.post_processor)
        if (auto tokens = parts.post_processor->joined(texts))
            return *std::move(tokens);
    if (texts.size() == 1) {
        TypedTokens tokens;
        tokens.add(texts.front(), 0);
        return tokens;
    }
    Ids both = texts.front();
    if (const auto between = parts.separator_token ? parts.separator_token : parts.end_token)
        both.push_back(*between);
    both.insert(both.end(), texts.back().begin(), texts.back().end());
    return joined(parts, std::span(&both, 1));
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

std::int64_t cut_text(Ids& text, std::size_t room) {
    const auto before = text.size();
    text.resize(std::min(before, room));
    return static_cast<std::int64_t>(before - text.size());
}

/// At least one token, so that no text is lost altogether.
std::size_t room_of(std::int64_t max_length, std::size_t special) {
    return static_cast<std::size_t>(
        std::max<std::int64_t>(1, max_length - static_cast<std::int64_t>(special)));
}

}  // namespace

Result<BoundedTokens> Tokenizer::encode_within(std::string_view text, std::optional<std::string_view> pair,
                                               std::int64_t max_length) const {
    std::vector<Ids> texts(1);
    TRY(texts.front(), encode(text, /*add_special_tokens=*/false));
    if (pair) {
        TRY(Ids second, encode(*pair, /*add_special_tokens=*/false));
        texts.push_back(std::move(second));
    }
    const auto room = room_of(max_length, joined(*parts_, std::vector<Ids>(texts.size())).ids.size());
    const auto cut = pair ? cut_pair(texts.front(), texts.back(), room) : cut_text(texts.front(), room);
    TypedTokens tokens = joined(*parts_, texts);
    return BoundedTokens{.ids = std::move(tokens.ids), .types = std::move(tokens.types), .cut = cut};
}

}  // namespace tunebench
