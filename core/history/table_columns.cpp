#include "core/history/table_columns.h"

#include <algorithm>
#include <array>

namespace tunebench {
namespace {

using Run = const RunSummary&;

FilterValue number(std::integral auto value) {
    return static_cast<double>(value);
}

FilterValue optional_number(const std::optional<double>& value) {
    return value ? FilterValue(*value) : FilterValue();
}

constexpr bool kHidden = false;

constexpr std::array<TableColumn, 28> kColumns = {{
    {"starred", ColumnKind::Flag, [](Run run) { return number(run.starred); }},
    {"status", ColumnKind::Status,
     [](Run run) { return FilterValue(std::string(run_status_text(run.status))); }},
    {"name", ColumnKind::Text, [](Run run) { return FilterValue(run.name); }},
    {"model", ColumnKind::Text, [](Run run) { return FilterValue(run.model); }},
    {"method", ColumnKind::Text, [](Run run) { return FilterValue(run.method); }},
    {"trainable_parameters", ColumnKind::Count, [](Run run) { return number(run.trainable_parameters); }},
    {"total_parameters", ColumnKind::Count, [](Run run) { return number(run.total_parameters); }},
    {"peak", ColumnKind::Bytes, [](Run run) { return number(run.peak_bytes); }},
    {"predicted_peak", ColumnKind::Bytes, [](Run run) { return number(run.predicted_peak_bytes); }},
    {"tokens_per_second", ColumnKind::Number, [](Run run) { return FilterValue(run.tokens_per_second); }},
    {"seconds", ColumnKind::Seconds, [](Run run) { return FilterValue(run.seconds); }},
    {"training_loss", ColumnKind::Number, [](Run run) { return optional_number(run.training_loss); }},
    {"best_validation_loss", ColumnKind::Number,
     [](Run run) { return optional_number(run.best_validation_loss); }},
    {"best_step", ColumnKind::Count, [](Run run) { return number(run.best_step); }},
    {"steps", ColumnKind::Count, [](Run run) { return number(run.steps); }},
    {"total_steps", ColumnKind::Count, [](Run run) { return number(run.total_steps); }},
    {"created_at", ColumnKind::Time, [](Run run) { return FilterValue(run.created_at); }},
    {"finished_at", ColumnKind::Time, [](Run run) { return FilterValue(run.finished_at); }},
    {"tags", ColumnKind::Text, [](Run run) { return FilterValue(run.tags); }},
    {"notes", ColumnKind::Text, [](Run run) { return FilterValue(run.notes); }},
    {"error", ColumnKind::Text, [](Run run) { return FilterValue(run.error); }},
    {"origin", ColumnKind::Text, [](Run run) { return FilterValue(run.origin); }},
    {"archived", ColumnKind::Flag, [](Run run) { return number(run.archived); }},
    {"id", ColumnKind::Text, [](Run run) { return FilterValue(run.id); }},
    {"folder", ColumnKind::Text, [](Run run) { return FilterValue(run.folder.string()); }},
    {"tag", ColumnKind::Text, [](Run run) { return FilterValue(run.tags); }, kHidden},
    {"imported", ColumnKind::Flag, [](Run run) { return number(!run.origin.empty()); }, kHidden},
    {"text", ColumnKind::Text,
     [](Run run) { return FilterValue(run.name + '\n' + run.method + '\n' + run.model + '\n' + run.tags); },
     kHidden},
}};

}  // namespace

std::span<const TableColumn> table_columns() {
    return kColumns;
}

const TableColumn* find_table_column(std::string_view name) {
    const auto* const found =
        std::ranges::find_if(kColumns, [&](const TableColumn& column) { return column.name == name; });
    return found == kColumns.end() ? nullptr : found;
}

}  // namespace tunebench
