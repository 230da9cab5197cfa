#include "core/data/file_columns.h"

#include <algorithm>

#include "core/data/layouts/row_columns.h"
#include "core/formats/rows/data_files.h"
#include "core/formats/rows/file_format.h"

namespace tunebench {
namespace {

constexpr int kRowsAsked = 20;
constexpr std::size_t kMostColumns = 500;

void add_columns(const DataRow& row, std::vector<std::string>& columns) {
    if (!row.value.is_object())
        return;
    const auto ordered = ordered_columns(row);
    for (const auto& entry : ordered.items())
        if (columns.size() < kMostColumns && std::ranges::find(columns, entry.key()) == columns.end())
            columns.push_back(entry.key());
}

}  // namespace

Result<std::vector<std::string>> columns_of(const std::filesystem::path& path) {
    TRY(const auto files, data_files_of(path));
    TRY(const auto opened, open_rows(files.front()));
    std::vector<std::string> columns;
    if (opened.format->holds_documents)
        return columns;
    for (int i = 0; i < kRowsAsked; ++i) {
        const auto row = opened.rows->next();
        if (row && !*row)
            break;
        if (row)
            add_columns(**row, columns);
    }
    return columns;
}

}  // namespace tunebench
