#include <fmt/format.h>

#include "core/study/report/document.h"

namespace tunebench {
namespace {

/// What a character stands as, where LaTeX takes it for something else; UTF-8 passes, but for signs of
/// mathematics.
std::string escaped_latex(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        constexpr std::string_view kPlusMinus = "±", kMinus = "−";
        const auto rest = std::string_view(text).substr(i);
        if (rest.starts_with(kPlusMinus) || rest.starts_with(kMinus)) {
            out += rest.starts_with(kPlusMinus) ? "$\\pm$" : "$-$";
            i += (rest.starts_with(kPlusMinus) ? kPlusMinus : kMinus).size() - 1;
            continue;
        }
        switch (text[i]) {
            case '\\':
                out += "\\textbackslash{}";
                break;
            case '~':
                out += "\\textasciitilde{}";
                break;
            case '^':
                out += "\\textasciicircum{}";
                break;
            case '<':
            case '>':
                out += fmt::format("${}$", text[i]);
                break;
            case '[':  // after \\, \midrule and \item it begins an argument, and * is one
            case '*':
                out += fmt::format("{{{}}}", text[i]);
                break;
            case '\n':  // an empty line would end a paragraph, which a heading or a caption cannot have
            case '\r':
                out += ' ';
                break;
            case '#':
            case '$':
            case '%':
            case '&':
            case '_':
            case '{':
            case '}':
                out += '\\';
                [[fallthrough]];
            default:
                out += text[i];
        }
    }
    return out;
}

class LatexWriter {
public:
    std::string text = {};

    void operator()(const DocumentHeading& heading) {
        text += fmt::format("\n\\subsection*{{{}}}\n", escaped_latex(heading.text));
    }
    void operator()(const DocumentParagraph& paragraph) {
        text += "\n" + escaped_latex(paragraph.text) + "\n";
    }
    void operator()(const DocumentList& list) {
        if (list.entries.empty())
            return;
        text += "\n\\begin{itemize}\n";
        for (const auto& entry : list.entries)
            text += "  \\item " + escaped_latex(entry) + "\n";
        text += "\\end{itemize}\n";
    }
    void operator()(const DocumentTable& table) {
        std::string kinds;
        for (const auto& column : table.columns)
            kinds += column.is_number ? 'r' : 'l';
        constexpr std::size_t kWide = 8;
        const bool is_wide = table.columns.size() > kWide;
        text += "\n\\begin{table}[ht]\n\\centering\n";
        text += is_wide ? "\\scriptsize\n\\setlength{\\tabcolsep}{3pt}\n" : "\\small\n";
        text += "\\begin{tabular}{" + kinds + "}\n\\toprule\n";
        std::vector<std::string> titles;
        for (const auto& column : table.columns)
            titles.push_back(column.title);
        add_row(titles);
        text += "\\midrule\n";
        for (const auto& row : table.rows)
            add_row(row);
        text += "\\bottomrule\n\\end{tabular}\n";
        if (!table.caption.empty())
            text += fmt::format("\\caption{{{}}}\n", escaped_latex(table.caption));
        text += "\\end{table}\n";
    }
    void operator()(const DocumentScatter&) {}

private:
    void add_row(const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            text += (i > 0 ? " & " : "") + escaped_latex(cells[i]);
        text += " \\\\\n";
    }
};

}  // namespace

std::string to_latex(const Document& document) {
    LatexWriter writer;
    writer.text =
        fmt::format("% Needs \\usepackage{{booktabs}}.\n\\section*{{{}}}\n", escaped_latex(document.title));
    for (const auto& part : document.parts)
        std::visit(writer, part);
    return writer.text;
}

}  // namespace tunebench
