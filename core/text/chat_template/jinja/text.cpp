#include "core/text/chat_template/jinja/text.h"

#include <algorithm>
#include <cstring>

namespace tunebench::jinja {
namespace {

bool is_line_break(char32_t c) {
    return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// `piece` is one code point.
bool is_stripped(std::string_view piece, const std::optional<std::string_view>& characters) {
    return characters ? characters->find(piece) != std::string_view::npos
                      : is_space(code_point_at(piece, 0).value);
}

std::string reversed_bytes(std::string_view text) {
    return {text.rbegin(), text.rend()};
}

/// Where the word that begins at `at` ends.
std::size_t word_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto [value, length] = code_point_at(text, at);
        if (is_space(value))
            break;
        at += length;
    }
    return at;
}

std::vector<std::string_view> split_at_spaces(std::string_view text, std::int64_t most) {
    std::vector<std::string_view> parts;
    text = stripped(text, Side::Left);
    while (!text.empty()) {
        if (most >= 0 && static_cast<std::int64_t>(parts.size()) == most) {
            parts.push_back(text);
            break;
        }
        const auto end = word_end(text, 0);
        parts.push_back(text.substr(0, end));
        text = stripped(text.substr(end), Side::Left);
    }
    return parts;
}

std::size_t word_begin(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0) {
        const auto [value, length] = code_point_before(text, at);
        if (is_space(value))
            break;
        at -= length;
    }
    return at;
}

std::vector<std::string_view> split_at_spaces_from_right(std::string_view text, std::int64_t most) {
    std::vector<std::string_view> parts;
    text = stripped(text, Side::Right);
    while (!text.empty()) {
        if (most >= 0 && static_cast<std::int64_t>(parts.size()) == most) {
            parts.push_back(text);
            break;
        }
        const auto begin = word_begin(text);
        parts.push_back(text.substr(begin));
        text = stripped(text.substr(0, begin), Side::Right);
    }
    std::ranges::reverse(parts);
    return parts;
}

}  // namespace

std::size_t byte_offset(const Text& text, std::size_t code_point) {
    if (code_point >= text.length)
        return text.bytes.size();
    if (text.is_ascii())
        return code_point;
    std::size_t at = 0;
    for (; code_point > 0; --code_point)
        at += code_point_at(text.bytes, at).length;
    return at;
}

std::string_view part_of(const Text& text, std::size_t begin, std::size_t end) {
    const auto first = byte_offset(text, begin);
    const auto last = byte_offset(text, end);
    return first < last ? std::string_view(text.bytes).substr(first, last - first) : std::string_view();
}

bool is_space(char32_t code_point) {
    return (code_point >= 0x1C && code_point <= 0x1F) || is_white_space(code_point);
}

std::string_view stripped(std::string_view text, Side side, std::optional<std::string_view> characters) {
    while (side != Side::Right && !text.empty()) {
        const auto length = code_point_at(text, 0).length;
        if (!is_stripped(text.substr(0, length), characters))
            break;
        text.remove_prefix(length);
    }
    while (side != Side::Left && !text.empty()) {
        const auto length = code_point_before(text, text.size()).length;
        if (!is_stripped(text.substr(text.size() - length), characters))
            break;
        text.remove_suffix(length);
    }
    return text;
}

std::optional<std::size_t> find_first(std::string_view text, std::string_view part, std::size_t from) {
    if (from > text.size())
        return std::nullopt;
    if (part.empty())
        return from;
    const auto rest = text.substr(from);
    // A single letter, the usual separator, is found sooner by memchr.
    const void* found = part.size() == 1 ? memchr(rest.data(), part.front(), rest.size())
                                         : memmem(rest.data(), rest.size(), part.data(), part.size());
    if (!found)
        return std::nullopt;
    return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::optional<std::size_t> find_last(std::string_view text, std::string_view part) {
    const auto found = find_first(reversed_bytes(text), reversed_bytes(part));
    if (!found)
        return std::nullopt;
    return text.size() - *found - part.size();
}

std::size_t count_of(std::string_view text, std::string_view part) {
    if (part.empty())
        return Text(std::string(text)).length + 1;
    std::size_t count = 0;
    auto found = find_first(text, part, 0);
    for (; found; found = find_first(text, part, *found + part.size()))
        ++count;
    return count;
}

std::vector<std::string_view> split(std::string_view text, std::optional<std::string_view> separator,
                                    std::int64_t most) {
    if (!separator)
        return split_at_spaces(text, most);
    std::vector<std::string_view> parts;
    std::size_t at = 0;
    while (most < 0 || static_cast<std::int64_t>(parts.size()) < most) {
        const auto found = find_first(text, *separator, at);
        if (!found)
            break;
        parts.push_back(text.substr(at, *found - at));
        at = *found + separator->size();
    }
    parts.push_back(text.substr(at));
    return parts;
}

std::vector<std::string_view> split_from_right(std::string_view text,
                                               std::optional<std::string_view> separator, std::int64_t most) {
    if (!separator)
        return split_at_spaces_from_right(text, most);
    const std::string backwards = reversed_bytes(text);
    const std::string separator_backwards = reversed_bytes(*separator);
    auto parts = split(backwards, std::string_view(separator_backwards), most);
    std::ranges::reverse(parts);
    std::size_t at = 0;
    for (auto& part : parts) {
        part = text.substr(at, part.size());
        at += part.size() + separator->size();
    }
    return parts;
}

std::vector<std::string_view> split_lines(std::string_view text, bool keep_ends, std::size_t most) {
    std::vector<std::string_view> lines;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size() && lines.size() < most;) {
        const auto [value, length] = code_point_at(text, at);
        const auto end = at;
        at += length;
        if (!is_line_break(value))
            continue;
        if (value == '\r' && at < text.size() && text[at] == '\n')
            ++at;
        lines.push_back(text.substr(begin, (keep_ends ? at : end) - begin));
        begin = at;
    }
    if (begin < text.size() && lines.size() < most)
        lines.push_back(text.substr(begin));
    return lines;
}

}  // namespace tunebench::jinja
