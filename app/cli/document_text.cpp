#include "app/cli/document_text.h"

#include <variant>

#include <fmt/format.h>

#include "app/cli/common_options.h"
#include "app/cli/table.h"
#include "app/cli/terminal.h"

namespace tunebench::cli {
namespace {

/// Words in lines of at most `width` columns, all but the first begun with `indent` spaces.
std::string wrapped(const std::string& text, std::size_t width, std::size_t indent) {
    std::string out, line;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(' ', begin), text.size());
        const auto word = text.substr(begin, end - begin);
        begin = end + 1;
        if (!line.empty() && text_width(line) + 1 + text_width(word) > width) {
            out += line + "\n";
            line = std::string(indent, ' ') + word;
        } else {
            line += (line.empty() ? "" : " ") + word;
        }
    }
    return out + line + "\n";
}

class TextWriter {
public:
    std::string text = {};

    void operator()(const DocumentHeading& heading) {
        text += fmt::format("\n{}{}{}\n", style_.bold, printable(heading.text, false), style_.reset);
    }
    void operator()(const DocumentParagraph& paragraph) {
        text += wrapped(printable(paragraph.text, false), width_, 0);
    }
    void operator()(const DocumentList& list) {
        for (const auto& entry : list.entries)
            text += wrapped("- " + printable(entry, false), width_, 2);
    }
    void operator()(const DocumentTable& table) {
        std::vector<Column> columns;
        for (const auto& column : table.columns)
            columns.push_back(
                {printable(column.title, false), column.is_number ? Align::Right : Align::Left});
        Table cells(std::move(columns));
        for (const auto& row : table.rows) {
            std::vector<std::string> safe;
            for (const auto& cell : row)
                safe.push_back(printable(cell, false));
            cells.add(std::move(safe));
        }
        text += cells.text();
        if (!table.caption.empty())
            text += fmt::format("{}{}{}", style_.dim, wrapped(printable(table.caption, false), width_, 0),
                                style_.reset);
    }
    void operator()(const DocumentScatter&) {}

private:
    Style style_ = style_of_stdout();
    std::size_t width_ = static_cast<std::size_t>(terminal_width());
};

}  // namespace

std::string document_text(const Document& document) {
    TextWriter writer;
    writer.text = printable(document.title, false) + "\n";
    for (const auto& part : document.parts)
        std::visit([&](const auto& shown) { writer(shown); }, part);
    return writer.text;
}

Result<void> write_document(const Document& document, const std::string& file) {
    return tunebench::write_document(document, absolute_path(file));
}

}  // namespace tunebench::cli
