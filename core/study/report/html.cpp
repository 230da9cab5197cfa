#include <fmt/format.h>

#include "core/study/report/document.h"
#include "core/study/report/html_text.h"

namespace tunebench {
namespace {

/// Both themes from the colours that the reader's system asks for.
constexpr std::string_view kHtmlStyle = R"css(
:root { color-scheme: light dark; --ink: #1c1d21; --page: #ffffff; --line: #d9dbe1; --soft: #5b5f6b; --wash: #f3f5f9; --mark: #1f5fbf; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e7ea; --page: #17181c; --line: #33363f; --soft: #a3a7b3; --wash: #20232a; --mark: #82b1ff; }
}
body { color: var(--ink); background: var(--page); font: 17px/1.55 Charter, "Bitstream Charter", "Source Serif 4", Cambria, Georgia, serif; max-width: 68rem; margin: 3rem auto; padding: 0 1.5rem; }
h1, h2 { line-height: 1.2; font-weight: 600; }
h1 { font-size: 1.9rem; margin-bottom: .5rem; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; }
p, li { max-width: 46rem; }
li { margin: .35rem 0; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); font-size: .88rem; line-height: 1.35; font-variant-numeric: lining-nums tabular-nums; }
caption { text-align: left; padding-bottom: .6rem; }
caption span { display: block; max-width: 46rem; }
caption, figcaption { color: var(--soft); font-size: .88rem; line-height: 1.45; }
caption strong, figcaption strong { color: var(--ink); font-weight: 600; }
thead th { border-bottom: 1px solid var(--ink); font-weight: 600; vertical-align: bottom; }
th, td { padding: .3rem .7rem; text-align: left; white-space: nowrap; }
tbody tr:first-child td { padding-top: .45rem; }
tbody tr:last-child td { padding-bottom: .45rem; }
th:first-child, td:first-child { padding-left: .2rem; }
th:last-child, td:last-child { padding-right: .2rem; }
tbody tr:hover { background: var(--wash); }
th.number, td.number { text-align: right; }
figure { margin: 2rem 0; max-width: 42rem; }
figure svg { width: 100%; height: auto; display: block; }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif; font-variant-numeric: tabular-nums; paint-order: stroke; stroke: var(--page); stroke-width: 3px; }
svg .title { fill: var(--soft); }
svg .axis { stroke: var(--soft); }
svg .grid { stroke: var(--line); }
svg .margin { stroke: var(--soft); }
svg .front { fill: none; stroke: var(--mark); stroke-width: 1.5; stroke-dasharray: 4 3; opacity: .7; }
svg .point { fill: var(--page); stroke: var(--mark); stroke-width: 1.5; }
svg .marked { fill: var(--mark); stroke: var(--mark); }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } .scroll { overflow: visible; } figure, tr { break-inside: avoid; } }
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
            text += fmt::format("<caption><span><strong>Table {}.</strong> {}</span></caption>\n", ++tables_,
                                html_text(table.caption));
        text += "<thead><tr>";
        for (const auto& column : table.columns)
            text += fmt::format("<th scope=\"col\"{}>{}</th>", kind(column), html_text(column.title));
        text += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            text += "<tr>";
            for (std::size_t i = 0; i < row.size(); ++i)
                text += fmt::format("<td{}>{}</td>", kind(table.columns[i]),
                                    table.columns[i].is_number ? html_number(row[i]) : html_text(row[i]));
            text += "</tr>\n";
        }
        text += "</tbody>\n</table></div>\n";
    }
    void operator()(const DocumentScatter& scatter) {
        const auto figure = html_scatter(scatter, figures_ + 1);
        figures_ += figure.empty() ? 0 : 1;
        text += figure;
    }

private:
    static std::string_view kind(const DocumentTable::Column& column) {
        return column.is_number ? " class=\"number\"" : "";
    }

    int tables_ = 0;
    int figures_ = 0;
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

std::string html_number(std::string_view text) {
    if (text == "-")
        return "–";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_begin = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(' || text[i - 1] == 'e';
        if (text[i] == '-' && is_begin && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9')
            out += "−";
        else
            out += text[i];
    }
    return html_text(out);
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
