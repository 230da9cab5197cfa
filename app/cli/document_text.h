// A report's document on the terminal.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/study/report/document.h"

namespace tunebench::cli {

/// Tables in columns, texts wrapped at the terminal's width; scatter plots are left out.
std::string document_text(const Document& document);

/// As write_document() of core; a relative path is relative to the current folder.
Result<void> write_document(const Document& document, const std::string& file);

}  // namespace tunebench::cli
