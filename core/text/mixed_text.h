// Text to measure tokenizers on, made up from a seed: prose of invented words, several scripts, accented
// letters, code, numbers, emoji and runs of white space.
#pragma once

#include <cstdint>
#include <string>

namespace tunebench {

/// Whole lines, of `bytes` or a few more. The same for the same arguments, everywhere.
std::string mixed_text(std::size_t bytes, std::uint64_t seed);

}  // namespace tunebench
