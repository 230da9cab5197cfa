// Pieces of the HTML of a document. Part of document.h.
#pragma once

#include <string>
#include <string_view>

#include "core/study/report/document.h"

namespace tunebench {

std::string html_text(std::string_view text);

/// As numbers are set: with a true minus, and a dash where there is none.
std::string html_number(std::string_view text);

/// A figure with an SVG whose points can be read by screen readers and by pointing at them. Empty without a
/// point.
std::string html_scatter(const DocumentScatter& scatter, int number);

}  // namespace tunebench
