#include "core/base/utf8.h"

#include <cstdint>

namespace tunebench {

namespace {

struct SequenceRule {
    std::size_t length = 0;  // 0: no sequence starts with this byte
    std::uint8_t second_low = 0x80;
    std::uint8_t second_high = 0xBF;
};

SequenceRule rule_of(std::uint8_t lead) {
    if (lead < 0x80)
        return {1};
    if (lead >= 0xC2 && lead <= 0xDF)
        return {2};
    if (lead == 0xE0)
        return {3, 0xA0, 0xBF};
    if (lead == 0xED)
        return {3, 0x80, 0x9F};
    if (lead >= 0xE1 && lead <= 0xEF)
        return {3};
    if (lead == 0xF0)
        return {4, 0x90, 0xBF};
    if (lead >= 0xF1 && lead <= 0xF3)
        return {4};
    if (lead == 0xF4)
        return {4, 0x80, 0x8F};
    return {};
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    std::size_t at = 0;
    while (at < text.size()) {
        const SequenceRule rule = rule_of(byte(at));
        if (rule.length == 0 || rule.length > text.size() - at)
            return at;
        if (rule.length > 1 && (byte(at + 1) < rule.second_low || byte(at + 1) > rule.second_high))
            return at;
        for (std::size_t i = 2; i < rule.length; ++i)
            if ((byte(at + i) & 0xC0) != 0x80)
                return at;
        at += rule.length;
    }
    return at;
}

}  // namespace tunebench
