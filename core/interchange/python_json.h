// JSON as Python writes it: NaN, Infinity and -Infinity stand there bare, which JSON does not have.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tunebench {

/// The text with these three words in quotes, outside strings.
std::string with_quoted_non_numbers(std::string_view text);

/// The number that such a word stands for, in this spelling or another ("nan", "inf").
std::optional<double> non_number(std::string_view word);

}  // namespace tunebench
