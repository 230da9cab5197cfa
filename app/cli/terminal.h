// What the terminal can do, and text that is safe to show on it.
#pragma once

#include <string>
#include <string_view>

namespace tunebench::cli {

/// Whether stdout is a terminal.
bool is_terminal();

/// Columns of the terminal on stdout; 80 when it does not say.
int terminal_width();

/// Escape sequences, empty where stdout is no terminal or NO_COLOR is set (no-color.org).
struct Style {
    std::string_view bold = {};
    std::string_view dim = {};
    std::string_view green = {};
    std::string_view red = {};
    std::string_view reset = {};
};
Style style_of_stdout();

/// Control characters (a model may write escape sequences) as visible text; newlines become "\n" when
/// `keep_newlines` is false.
std::string printable(std::string_view text, bool keep_newlines);

/// Code points: what a column's width is counted in.
std::size_t text_width(std::string_view text);

/// The first `width` code points.
std::string_view clipped(std::string_view text, std::size_t width);

}  // namespace tunebench::cli
