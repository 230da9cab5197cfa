#include "app/cli/example_losses.h"

#include <cmath>

#include <fmt/format.h>

#include "core/formats/csv_field.h"

namespace tunebench::cli {

std::string example_losses_text(const std::vector<LossColumn>& columns) {
    std::string text = "example";
    for (const auto& column : columns)
        text += "," + csv_field(column.name);
    const auto examples = columns.empty() ? 0 : columns.front().losses.size();
    for (std::size_t i = 0; i < examples; ++i) {
        text += fmt::format("\r\n{}", i + 1);
        for (const auto& column : columns)
            text += std::isnan(column.losses[i]) ? "," : fmt::format(",{}", column.losses[i]);
    }
    return text + "\r\n";
}

}  // namespace tunebench::cli
