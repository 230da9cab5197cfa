// Document: a report as headings, paragraphs, tables and scatter plots, written as Markdown, HTML or LaTeX.
// Texts are plain: what a format takes for its own is escaped when it is written.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

struct DocumentHeading {
    std::string text = {};
};

struct DocumentParagraph {
    std::string text = {};
};

struct DocumentList {
    std::vector<std::string> entries = {};
};

struct DocumentTable {
    struct Column {
        std::string title = {};
        bool is_number = false;  // aligned to the right
    };
    std::string caption = {};
    std::vector<Column> columns = {};
    std::vector<std::vector<std::string>> rows = {};  // a cell a column
};

/// Only in HTML. Points that are not finite, and costs of 0, are left out.
struct DocumentScatter {
    struct Point {
        std::string label = {};
        double x = 0.0;
        double y = 0.0;
        double y_margin = 0.0;
        bool is_marked = false;
    };
    std::string caption = {};
    std::string x_title = {};  // logarithmic
    std::string y_title = {};
    std::vector<Point> points = {};
};

using DocumentPart =
    std::variant<DocumentHeading, DocumentParagraph, DocumentList, DocumentTable, DocumentScatter>;

struct Document {
    std::string title = {};
    std::vector<DocumentPart> parts = {};
};

std::string to_markdown(const Document& document);

/// One file without references to others, readable in light and dark.
std::string to_html(const Document& document);

/// For \input: sections and tabulars of the booktabs package.
std::string to_latex(const Document& document);

/// Whether write_document() could write there, asked before the work that makes the document. Leaves nothing
/// behind.
Result<void> check_document_file(const std::filesystem::path& file);

/// Writes the document as the file's ending says: .md, .html or .tex. InvalidArgument for another ending.
Result<void> write_document(const Document& document, const std::filesystem::path& file);

}  // namespace tunebench
