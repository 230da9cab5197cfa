#include "core/history/setting_columns.h"

#include <algorithm>

#include "core/run/run_fields.h"

namespace tunebench {

std::vector<RunColumn> setting_columns() {
    std::vector<RunColumn> columns;
    for (auto& field : run_fields()) {
        const auto kind = field.kind == ParamKind::Bool ? ColumnKind::Flag : ColumnKind::Plain;
        if (std::ranges::find(columns, field.name, &RunColumn::name) == columns.end())
            columns.push_back({std::move(field.name), ColumnOrigin::Setting, kind});
    }
    return columns;
}

}  // namespace tunebench
