#include "app/cli/side_by_side.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/terminal.h"

namespace tunebench::cli {
namespace {

constexpr std::size_t kGap = 3;
constexpr std::size_t kNarrowest = 16;

/// A paragraph: no newline in it.
void wrap_paragraph(std::string_view text, std::size_t width, std::vector<std::string>& lines) {
    while (text_width(text) > width) {
        const auto fitting = clipped(text, width + 1);  // a blank behind the line costs no place
        const auto blank = fitting.rfind(' ');
        const bool has_blank = blank != std::string_view::npos && blank > 0;
        const auto line = has_blank ? fitting.substr(0, blank) : clipped(text, width);
        lines.emplace_back(line);
        text.remove_prefix(line.size() + (has_blank ? 1 : 0));
    }
    lines.emplace_back(text);
}

std::string padded(std::string text, std::size_t width) {
    text.append(width - std::min(width, text_width(text)), ' ');
    return text;
}

void end_line(std::string& text) {
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
}

}  // namespace

std::vector<std::string> wrapped_lines(const std::string& text, std::size_t width) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        wrap_paragraph(std::string_view(text).substr(begin, end - begin), width, lines);
        begin = end + 1;
    }
    return lines;
}

std::string side_by_side(const std::vector<TextColumn>& columns, int width) {
    const auto gaps = kGap * (columns.size() - 1);
    const auto room = static_cast<std::size_t>(std::max(width, 0));
    const auto each = std::max(kNarrowest, (room - std::min(room, gaps)) / columns.size());
    const auto style = style_of_stdout();
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 0;
    std::string text;
    for (const auto& column : columns) {
        const std::string title(clipped(column.title, each));
        text += fmt::format("{}{}{}{}", style.bold, padded(title, each), style.reset, std::string(kGap, ' '));
        height = std::max(height, cells.emplace_back(wrapped_lines(column.text, each)).size());
    }
    end_line(text);
    for (std::size_t line = 0; line < height; ++line) {
        for (const auto& lines : cells)
            text += padded(line < lines.size() ? lines[line] : "", each) + std::string(kGap, ' ');
        end_line(text);
    }
    return text;
}

}  // namespace tunebench::cli
