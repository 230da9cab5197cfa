// "Did you mean ...?"
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace tunebench {

/// Edits (insert, delete, replace a byte, swap two neighbours; no substring twice) that turn a into b.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, upper and lower case alike; the first of several equally near ones. Empty
/// when none is within a third of the word's length (at least 1, at most 4 edits).
std::string nearest(std::string_view word, std::span<const std::string> candidates);

}  // namespace tunebench
