#include "core/formats/data_row.h"

#include <fmt/format.h>

namespace tunebench {

std::string place_of(const DataRow& row, const std::filesystem::path& file) {
    return fmt::format("{} {} {}", file.string(), row.unit, row.line);
}

}  // namespace tunebench
