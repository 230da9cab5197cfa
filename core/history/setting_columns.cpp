#include "core/history/setting_columns.h"

#include <algorithm>

#include "core/run/run_fields.h"

namespace tunebench {
namespace {

ColumnKind kind_of(ParamKind kind) {
    if (kind == ParamKind::Bool)
        return ColumnKind::Flag;
    return kind == ParamKind::Integer || kind == ParamKind::Real ? ColumnKind::Number : ColumnKind::Text;
}

}  // namespace

std::vector<RunColumn> setting_columns() {
    std::vector<RunColumn> columns;
    for (auto& field : run_fields()) {
        if (std::ranges::find(columns, field.name, &RunColumn::name) == columns.end())
            columns.push_back({std::move(field.name), ColumnOrigin::Setting, kind_of(field.kind)});
    }
    return columns;
}

}  // namespace tunebench
