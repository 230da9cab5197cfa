// What the history keeps of every run, as columns of a table. Part of RunColumns.
#pragma once

#include <span>
#include <string_view>

#include "core/filter/filter_value.h"
#include "core/history/run_column.h"
#include "core/history/run_summary.h"

namespace tunebench {

struct TableColumn {
    std::string_view name = {};
    ColumnKind kind = ColumnKind::Text;
    FilterValue (*value)(const RunSummary& run) = nullptr;
    bool is_shown = true;  // else only filters know it
};

std::span<const TableColumn> table_columns();
const TableColumn* find_table_column(std::string_view name);  // null when there is no such column

}  // namespace tunebench
