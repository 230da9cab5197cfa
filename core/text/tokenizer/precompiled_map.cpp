#include "core/text/tokenizer/precompiled_map.h"

#include <utility>

#include "core/base/utf8.h"

namespace tunebench {

namespace {

// A unit's bits: 0 to 7 and 31 the byte that leads to it, 8 whether a value follows, 9 and 10 to 30 where its
// children are. A unit that is a value has bit 31 set.
constexpr std::uint32_t kLabel = 0x8000'00FF;
constexpr std::uint32_t kHasValue = 1U << 8;
constexpr std::uint32_t kValue = 0x7FFF'FFFF;

std::size_t children_of(std::uint32_t unit) {
    return static_cast<std::size_t>(unit >> 10) << ((unit & (1U << 9)) >> 6);
}

std::uint32_t little_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
    return value;
}

Error broken(const char* what) {
    return {ErrorCode::Corrupt, std::string("the precompiled character map ") + what};
}

}  // namespace

Result<PrecompiledMap> PrecompiledMap::parse(std::string_view bytes) {
    if (bytes.size() < 4)
        return broken("is too short");
    const std::size_t trie_size = little_endian(bytes);
    bytes.remove_prefix(4);
    if (trie_size > bytes.size() || trie_size % 4 != 0 || trie_size == 0)
        return broken("has a wrong length");
    PrecompiledMap map;
    map.units_.reserve(trie_size / 4);
    for (std::size_t at = 0; at < trie_size; at += 4)
        map.units_.push_back(little_endian(bytes.substr(at, 4)));
    map.replacements_ = bytes.substr(trie_size);
    if (!is_valid_utf8(map.replacements_))
        return broken("holds text that is no UTF-8");
    return map;
}

std::optional<std::size_t> PrecompiledMap::find_shortest(std::string_view text) const {
    std::size_t node = children_of(units_.front());
    for (const char character : text) {
        const auto byte = static_cast<std::uint8_t>(character);
        node ^= byte;
        if (byte == 0 || node >= units_.size() || (units_[node] & kLabel) != byte)
            return std::nullopt;
        const std::uint32_t unit = units_[node];
        node ^= children_of(unit);
        if (unit & kHasValue)
            return node < units_.size() ? std::optional<std::size_t>(units_[node] & kValue) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string_view> PrecompiledMap::replacement(std::string_view text) const {
    const auto at = find_shortest(text);
    const bool is_character_start =
        at && *at < replacements_.size() && (static_cast<std::uint8_t>(replacements_[*at]) & 0xC0) != 0x80;
    if (!is_character_start)
        return std::nullopt;
    const std::string_view rest = std::string_view(replacements_).substr(*at);
    return rest.substr(0, rest.find('\0'));
}

}  // namespace tunebench
