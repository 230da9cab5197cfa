// Pieces of the HTML of a document. Part of document.h.
#pragma once

#include <string>
#include <string_view>

#include "core/study/report/document.h"

namespace tunebench {

std::string html_text(std::string_view text);

/// A figure with an SVG whose points can be read by screen readers and by pointing at them.
std::string html_scatter(const DocumentScatter& scatter);

}  // namespace tunebench
