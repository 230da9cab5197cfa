// Texts in columns beside each other, wrapped to the terminal.
#pragma once

#include <string>
#include <vector>

namespace tunebench::cli {

struct TextColumn {
    std::string title = {};
    std::string text = {};  // printable; newlines are kept
};

/// Lines of at most `width` code points, as far as columns stay readable; titles first, bold on a terminal.
std::string side_by_side(const std::vector<TextColumn>& columns, int width);

/// The text in lines of at most `width` code points, broken between words where there are some.
std::vector<std::string> wrapped_lines(const std::string& text, std::size_t width);

}  // namespace tunebench::cli
