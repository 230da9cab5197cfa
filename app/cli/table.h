// Table: text in columns, for people.
#pragma once

#include <string>
#include <vector>

namespace tunebench::cli {

enum class Align { Left, Right };

struct Column {
    std::string title = {};
    Align align = Align::Left;
};

class Table {
public:
    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

    /// As many cells as there are columns; missing ones are empty.
    void add(std::vector<std::string> cells);

    /// Lines with a newline each; titles first, unless all are empty. `indent` spaces before every line.
    std::string text(int indent = 0) const;

private:
    std::vector<std::size_t> widths() const;
    std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                     int indent) const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_ = {};
};

}  // namespace tunebench::cli
