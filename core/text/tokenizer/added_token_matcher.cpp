#include <algorithm>

#include "core/text/tokenizer/added_tokens.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

bool is_word_before(std::string_view text, std::size_t end) {
    return end > 0 && is_word_character(code_point_before(text, end).value);
}

bool is_word_after(std::string_view text, std::size_t begin) {
    return begin < text.size() && is_word_character(code_point_at(text, begin).value);
}

/// `begin` moved back over the white space before it, not before `limit`.
std::size_t white_space_begin(std::string_view text, std::size_t begin, std::size_t limit) {
    while (begin > limit) {
        const CodePoint before = code_point_before(text, begin);
        if (!is_white_space(before.value))
            break;
        begin -= before.length;
    }
    return begin;
}

std::size_t white_space_end(std::string_view text, std::size_t end) {
    while (end < text.size()) {
        const CodePoint after = code_point_at(text, end);
        if (!is_white_space(after.value))
            break;
        end += after.length;
    }
    return end;
}

}  // namespace

AddedTokenMatcher::AddedTokenMatcher(std::vector<AddedToken> tokens, const std::vector<std::string>& texts)
    : tokens_(std::move(tokens)), first_bytes_(256) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].empty())
            continue;
        entries_.push_back({texts[i], i});
        first_bytes_[static_cast<std::uint8_t>(texts[i].front())] = true;
    }
    std::ranges::stable_sort(entries_, {}, &Entry::text);
    // Of two tokens with one text the later one counts.
    const auto duplicates = std::unique(entries_.rbegin(), entries_.rend(),
                                        [](const Entry& a, const Entry& b) { return a.text == b.text; });
    entries_.erase(entries_.begin(), duplicates.base());
}

/// Narrows the range of entries that start as the text does, byte after byte.
const AddedTokenMatcher::Entry* AddedTokenMatcher::longest_at(std::string_view text, std::size_t at) const {
    const Entry* longest = nullptr;
    auto low = entries_.begin();
    auto high = entries_.end();
    for (std::size_t depth = 0; low != high && at + depth < text.size(); ++depth) {
        const auto byte_of = [depth](const Entry& entry) {
            return depth < entry.text.size() ? static_cast<std::uint8_t>(entry.text[depth]) + 1 : 0;
        };
        const int wanted = static_cast<std::uint8_t>(text[at + depth]) + 1;
        low = std::partition_point(low, high, [&](const Entry& entry) { return byte_of(entry) < wanted; });
        high = std::partition_point(low, high, [&](const Entry& entry) { return byte_of(entry) == wanted; });
        if (low != high && low->text.size() == depth + 1)
            longest = &*low;
    }
    return longest;
}

void AddedTokenMatcher::for_each(std::string_view text, const Visitor& visit) const {
    std::size_t plain_begin = 0;  // of the text since the last token
    for (std::size_t at = 0; !entries_.empty() && at < text.size();) {
        const Entry* entry =
            first_bytes_[static_cast<std::uint8_t>(text[at])] ? longest_at(text, at) : nullptr;
        if (!entry) {
            ++at;
            continue;
        }
        const AddedToken& token = tokens_[entry->token];
        std::size_t begin = at;
        std::size_t end = at + entry->text.size();
        at = end;
        if (token.single_word && (is_word_before(text, begin) || is_word_after(text, end)))
            continue;
        begin = token.lstrip ? white_space_begin(text, begin, plain_begin) : std::max(begin, plain_begin);
        end = std::max(token.rstrip ? white_space_end(text, end) : end, begin);
        if (begin > plain_begin)
            visit(plain_begin, begin, nullptr);
        visit(begin, end, &token);
        plain_begin = end;
    }
    if (plain_begin < text.size())
        visit(plain_begin, text.size(), nullptr);
}

}  // namespace tunebench
