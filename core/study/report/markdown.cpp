#include <fmt/format.h>

#include "core/study/report/document.h"

namespace tunebench {
namespace {

std::string escaped_markdown(const std::string& text) {
    constexpr std::string_view kSpecial = "\\`*_{}[]<>#|~";
    std::string out;
    for (const char c : text) {
        if (kSpecial.find(c) != std::string_view::npos)
            out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out;
}

class MarkdownWriter {
public:
    std::string text = {};

    void operator()(const DocumentHeading& heading) {
        text += "\n## " + escaped_markdown(heading.text) + "\n";
    }
    void operator()(const DocumentParagraph& paragraph) {
        text += "\n" + escaped_markdown(paragraph.text) + "\n";
    }
    void operator()(const DocumentList& list) {
        text += "\n";
        for (const auto& entry : list.entries)
            text += "- " + escaped_markdown(entry) + "\n";
    }
    void operator()(const DocumentTable& table) {
        if (!table.caption.empty())
            text += "\n" + escaped_markdown(table.caption) + "\n";
        std::string titles = "|", rule = "|";
        for (const auto& column : table.columns) {
            titles += " " + escaped_markdown(column.title) + " |";
            rule += column.is_number ? " ---: |" : " --- |";
        }
        text += "\n" + titles + "\n" + rule + "\n";
        for (const auto& row : table.rows) {
            text += "|";
            for (const auto& cell : row)
                text += " " + escaped_markdown(cell) + " |";
            text += "\n";
        }
    }
    void operator()(const DocumentScatter&) {}
};

}  // namespace

std::string to_markdown(const Document& document) {
    MarkdownWriter writer{.text = "# " + escaped_markdown(document.title) + "\n"};
    for (const auto& part : document.parts)
        std::visit(writer, part);
    return writer.text;
}

}  // namespace tunebench
