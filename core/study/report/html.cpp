#include <fmt/format.h>

#include "core/study/report/document.h"
#include "core/study/report/html_text.h"

namespace tunebench {
namespace {

/// Both themes from the colours that the reader's system asks for.
constexpr std::string_view kHtmlStyle = R"css(
:root { color-scheme: light dark; --ink: #1c1d21; --page: #ffffff; --line: #d5d7dd; --soft: #5b5f6b; --mark: #1f5fbf; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e7ea; --page: #17181c; --line: #3a3d46; --soft: #a3a7b3; --mark: #82b1ff; }
}
body { color: var(--ink); background: var(--page); font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.2; }
h2 { margin-top: 2.5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); padding-bottom: .5rem; }
th, td { padding: .3rem .8rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; white-space: nowrap; }
.number { text-align: right; }
figure { margin: 2rem 0; }
figcaption { color: var(--soft); }
svg text { fill: var(--ink); font-size: 12px; }
svg .axis { stroke: var(--soft); }
svg .margin { stroke: var(--soft); }
svg .point { fill: var(--page); stroke: var(--mark); stroke-width: 1.5; }
svg .marked { fill: var(--mark); stroke: var(--mark); }
)css";

class HtmlWriter {
public:
    std::string text = {};

    void operator()(const DocumentHeading& heading) {
        text += fmt::format("<h2>{}</h2>\n", html_text(heading.text));
    }
    void operator()(const DocumentParagraph& paragraph) {
        text += fmt::format("<p>{}</p>\n", html_text(paragraph.text));
    }
    void operator()(const DocumentList& list) {
        text += "<ul>\n";
        for (const auto& entry : list.entries)
            text += fmt::format("<li>{}</li>\n", html_text(entry));
        text += "</ul>\n";
    }
    void operator()(const DocumentTable& table) {
        text += "<div class=\"scroll\"><table>\n";
        if (!table.caption.empty())
            text += fmt::format("<caption>{}</caption>\n", html_text(table.caption));
        text += "<thead><tr>";
        for (const auto& column : table.columns)
            text += fmt::format("<th scope=\"col\"{}>{}</th>", kind(column), html_text(column.title));
        text += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            text += "<tr>";
            for (std::size_t i = 0; i < row.size(); ++i)
                text += fmt::format("<td{}>{}</td>", kind(table.columns[i]), html_text(row[i]));
            text += "</tr>\n";
        }
        text += "</tbody>\n</table></div>\n";
    }
    void operator()(const DocumentScatter& scatter) { text += html_scatter(scatter); }

private:
    static std::string_view kind(const DocumentTable::Column& column) {
        return column.is_number ? " class=\"number\"" : "";
    }
};

}  // namespace

std::string html_text(std::string_view text) {
    std::string out;
    for (const char c : text)
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    return out;
}

std::string to_html(const Document& document) {
    HtmlWriter writer;
    for (const auto& part : document.parts)
        std::visit(writer, part);
    const auto title = html_text(document.title);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
        "<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n{}</body>\n</html>\n",
        title, kHtmlStyle, title, writer.text);
}

}  // namespace tunebench
