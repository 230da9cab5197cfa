// A report's document on the terminal.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/study/report/document.h"

namespace tunebench::cli {

/// Tables in columns, texts wrapped at the terminal's width; scatter plots are left out.
std::string document_text(const Document& document);

/// Writes the document into a file, as its ending says: .md, .html or .tex. InvalidArgument for another
/// ending.
Result<void> write_document(const Document& document, const std::string& file);

}  // namespace tunebench::cli
