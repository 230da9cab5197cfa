#include "app/cli/table.h"

#include <algorithm>

#include "app/cli/terminal.h"

namespace tunebench::cli {

void Table::add(std::vector<std::string> cells) {
    cells.resize(columns_.size());
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Table::widths() const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        auto width = text_width(columns_[i].title);
        for (const auto& row : rows_)
            width = std::max(width, text_width(row[i]));
        widths.push_back(width);
    }
    return widths;
}

std::string Table::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                        int indent) const {
    std::string line(static_cast<std::size_t>(indent), ' ');
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string padding(widths[i] - text_width(cells[i]), ' ');
        line += i > 0 ? "  " : "";
        line += columns_[i].align == Align::Right ? padding + cells[i] : cells[i] + padding;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

std::string Table::text(int indent) const {
    const auto column_widths = widths();
    std::vector<std::string> titles;
    for (const auto& column : columns_)
        titles.push_back(column.title);
    const bool has_titles = std::ranges::any_of(titles, [](const auto& title) { return !title.empty(); });
    std::string text = has_titles ? line(titles, column_widths, indent) : std::string();
    for (const auto& row : rows_)
        text += line(row, column_widths, indent);
    return text;
}

}  // namespace tunebench::cli
