// DataRow: a row of a data file, whatever the file's format.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/json.h"

namespace tunebench {

/// Largest row that is read: of JSON Lines a line, of CSV a record. max_bytes also bounds a row's memory.
inline constexpr JsonLimits kRowLimits = {
    .max_bytes = std::size_t{16} << 20, .max_depth = 64, .max_values = std::size_t{1} << 20};

struct DataRow {
    Json value = nullptr;            // mostly an object: a value a column
    std::int64_t line = 0;           // from 1, where the row begins; empty lines counted
    std::string text = {};           // its JSON, for those who need its keys in their order; empty: none
    std::string_view unit = "line";  // what `line` counts; "row" in formats without lines
};

/// "town.jsonl line 4711": how messages name a row.
std::string place_of(const DataRow& row, const std::filesystem::path& file);

}  // namespace tunebench
