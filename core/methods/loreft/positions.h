// Which positions of a prompt are changed: the first N and the last M, written "fN+lM" as in pyreft.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace tunebench::loreft {

struct PromptPositions {
    std::int64_t first = 0;
    std::int64_t last = 0;

    std::int64_t count() const { return first + last; }
    bool operator==(const PromptPositions&) const = default;
};

/// "f7+l7", "f3" or "l1". InvalidArgument that says what is wrong with it.
Result<PromptPositions> parse_positions(std::string_view text);

/// The positions in a prompt of that many tokens, in order: at most half of it from either end, so that none
/// is there twice. pyreft makes all prompts of a batch ask for as many by pointing the missing ones to a
/// padding token before each sequence, which attends to nothing, is attended by nothing and is not in the
/// loss; leaving them out gives the same.
std::vector<std::int64_t> positions_in(const PromptPositions& positions, std::int64_t prompt_length);

}  // namespace tunebench::loreft
