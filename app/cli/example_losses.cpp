#include "app/cli/example_losses.h"

#include <cmath>

#include <fmt/format.h>

namespace tunebench::cli {
namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text)
        out.append(c == '"' ? 2 : 1, c);
    return out + '"';
}

}  // namespace

std::string example_losses_text(const std::vector<LossColumn>& columns) {
    std::string text = "example";
    for (const auto& column : columns)
        text += "," + quoted(column.name);
    const auto examples = columns.empty() ? 0 : columns.front().losses.size();
    for (std::size_t i = 0; i < examples; ++i) {
        text += fmt::format("\r\n{}", i + 1);
        for (const auto& column : columns)
            text += std::isnan(column.losses[i]) ? "," : fmt::format(",{}", column.losses[i]);
    }
    return text + "\r\n";
}

}  // namespace tunebench::cli
