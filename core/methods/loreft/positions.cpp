#include "core/methods/loreft/positions.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace tunebench::loreft {
namespace {

Error unreadable(std::string_view text, std::string_view reason) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("positions \"{}\": {}", text, reason),
            .hint = "Write f7+l7 for the first 7 and the last 7 tokens of the prompt, or only f7 or l7.",
            .field = "positions"};
}

/// The number of "f7" behind its letter.
Result<std::int64_t> count_of(std::string_view part, char letter, std::string_view text) {
    if (part.empty() || part.front() != letter)
        return unreadable(text, fmt::format("\"{}\" does not begin with {}", part, letter));
    std::int64_t count = 0;
    const auto digits = part.substr(1);
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (failed != std::errc() || end != digits.data() + digits.size())
        return unreadable(text, fmt::format("\"{}\" is no whole number", digits));
    constexpr std::int64_t kMost = 1 << 20;
    if (count < 1 || count > kMost)
        return unreadable(text, fmt::format("{} is not between 1 and {}", count, kMost));
    return count;
}

}  // namespace

Result<PromptPositions> parse_positions(std::string_view text) {
    PromptPositions positions;
    const auto plus = text.find('+');
    if (plus == std::string_view::npos) {
        const bool is_last = text.starts_with('l');
        TRY(const auto count, count_of(text, is_last ? 'l' : 'f', text));
        (is_last ? positions.last : positions.first) = count;
        return positions;
    }
    TRY(positions.first, count_of(text.substr(0, plus), 'f', text));
    TRY(positions.last, count_of(text.substr(plus + 1), 'l', text));
    return positions;
}

std::vector<std::int64_t> positions_in(const PromptPositions& positions, std::int64_t prompt_length) {
    std::vector<std::int64_t> all;
    const auto half = prompt_length / 2;
    for (std::int64_t i = 0; i < std::min(positions.first, half); ++i)
        all.push_back(i);
    for (auto i = prompt_length - std::min(positions.last, half); i < prompt_length; ++i)
        all.push_back(i);
    return all;
}

}  // namespace tunebench::loreft
