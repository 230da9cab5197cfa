#include "core/history/run_columns.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "core/base/text_distance.h"
#include "core/history/setting_names.h"

namespace tunebench {
namespace {

struct SummaryColumn {
    std::string_view name = {};
    const char* sql = nullptr;
};

#define TUNEBENCH_COLUMN(expression) "SELECT id, " expression " FROM runs JOIN run_summary ON run = key"

constexpr std::array<SummaryColumn, 26> kSummaryColumns = {{
    {"id", TUNEBENCH_COLUMN("id")},
    {"name", TUNEBENCH_COLUMN("name")},
    {"status", TUNEBENCH_COLUMN("status")},
    {"method", TUNEBENCH_COLUMN("method")},
    {"model", TUNEBENCH_COLUMN("model")},
    {"created_at", TUNEBENCH_COLUMN("created_at")},
    {"finished_at", TUNEBENCH_COLUMN("finished_at")},
    {"steps", TUNEBENCH_COLUMN("steps")},
    {"total_steps", TUNEBENCH_COLUMN("total_steps")},
    {"total_parameters", TUNEBENCH_COLUMN("total_parameters")},
    {"trainable_parameters", TUNEBENCH_COLUMN("trainable_parameters")},
    {"predicted_peak", TUNEBENCH_COLUMN("predicted_peak_bytes")},
    {"peak", TUNEBENCH_COLUMN("peak_bytes")},
    {"tokens_per_second", TUNEBENCH_COLUMN("tokens_per_second")},
    {"seconds", TUNEBENCH_COLUMN("seconds")},
    {"training_loss", TUNEBENCH_COLUMN("training_loss")},
    {"best_validation_loss", TUNEBENCH_COLUMN("best_validation_loss")},
    {"best_step", TUNEBENCH_COLUMN("best_step")},
    {"error", TUNEBENCH_COLUMN("error")},
    {"tags", TUNEBENCH_COLUMN("tags")},
    {"tag", TUNEBENCH_COLUMN("tags")},
    {"notes", TUNEBENCH_COLUMN("notes")},
    {"archived", TUNEBENCH_COLUMN("archived")},
    {"origin", TUNEBENCH_COLUMN("origin")},
    {"imported", TUNEBENCH_COLUMN("origin <> ''")},
    {"text", TUNEBENCH_COLUMN("name || char(10) || method || char(10) || model || char(10) || tags")},
}};

/// "loss.min": the metric "loss" and the part "min". A name that ends in none of them is asked for its last
/// value.
constexpr std::array<std::string_view, 9> kParts = {"last",     "min",      "max",       "best", "last_step",
                                                    "min_step", "max_step", "best_step", "count"};

struct MetricColumn {
    std::string metric = {};
    std::string_view part = "last";
};

MetricColumn metric_column(const std::string& name) {
    const auto dot = name.rfind('.');
    if (dot != std::string::npos)
        for (const std::string_view part : kParts)
            if (std::string_view(name).substr(dot + 1) == part)
                return {name.substr(0, dot), part};
    return {name};
}

FilterValue part_of(const MetricSummary& summary, std::string_view part) {
    if (summary.count == 0)
        return {};
    if (part == "count")
        return static_cast<double>(summary.count);
    const std::optional<MetricValue> value = part.starts_with("min")    ? summary.lowest
                                             : part.starts_with("max")  ? summary.highest
                                             : part.starts_with("best") ? summary.best()
                                                                        : std::optional(summary.last);
    if (!value)
        return {};
    return part.ends_with("_step") ? static_cast<double>(value->step) : value->value;
}

FilterValue value_of(const Row& row, int column) {
    if (row.is_null(column))
        return {};
    if (!row.is_text(column))
        return row.real(column);
    auto text = row.text(column);
    if (text == "NaN")
        return row.real(column);
    return text;
}

MetricSummary summary_of_row(const Row& row, const std::string& metric) {
    MetricSummary summary{.name = metric, .count = row.integer(1), .last = {row.integer(3), row.real(2)}};
    if (!row.is_null(4))
        summary.lowest = {row.integer(5), row.real(4)};
    if (!row.is_null(6))
        summary.highest = {row.integer(7), row.real(6)};
    return summary;
}

}  // namespace

Result<std::vector<RunSummary>> RunColumns::matching(const Filter& filter, std::vector<RunSummary> runs) {
    std::vector<Values> columns;
    for (const FilterColumn& column : filter.columns()) {
        TRY(auto values, read(column));
        columns.push_back(std::move(values));
    }
    std::vector<FilterValue> row(columns.size());
    std::erase_if(runs, [&](const RunSummary& run) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto found = columns[i].find(run.id);
            row[i] = found == columns[i].end() ? FilterValue() : found->second;
        }
        return !filter.matches(row);
    });
    return runs;
}

Result<RunColumns::Values> RunColumns::read(const FilterColumn& column) {
    for (const SummaryColumn& known : kSummaryColumns) {
        if (known.name != column.name)
            continue;
        Values values;
        Statement select(*database_, known.sql);
        TRY_VOID(select.each({}, [&](const Row& row) { values.emplace(row.text(0), value_of(row, 1)); }));
        return values;
    }
    if (is_setting_name(column.name))
        return read_setting(column.name);
    TRY(auto values, read_metric(column.name));
    if (values)
        return *std::move(values);
    TRY(const auto hint, hint_for(column.name));
    return Error{
        .code = ErrorCode::InvalidArgument,
        .message = fmt::format("Filter, column {}: there is no column '{}'", column.position, column.name),
        .hint = hint};
}

Result<RunColumns::Values> RunColumns::read_setting(const std::string& name) {
    Values values;
    Statement select(*database_, "SELECT id, json_extract(manifest, ?1) FROM runs");
    TRY_VOID(select.each({setting_path(name)}, [&](const Row& row) {
        if (!row.is_null(1))
            values.emplace(row.text(0), value_of(row, 1));
    }));
    return values;
}

Result<std::optional<RunColumns::Values>> RunColumns::read_metric(const std::string& name) {
    auto column = MetricColumn{.metric = name};
    TRY(bool known, metrics_.is_known(name));
    if (!known) {
        column = metric_column(name);
        TRY(known, metrics_.is_known(column.metric));
    }
    if (!known)
        return std::optional<Values>();
    Values values;
    Statement select(
        *database_,
        "SELECT id, count, last, last_step, lowest, lowest_step, highest, highest_step FROM "
        "metric_summaries JOIN runs ON run = key WHERE metric = (SELECT key FROM metric_names WHERE "
        "name = ?1)");
    TRY_VOID(select.each({column.metric}, [&](const Row& row) {
        values.emplace(row.text(0), part_of(summary_of_row(row, column.metric), column.part));
    }));
    TRY_VOID(add_unfinished(column.metric, column.part, values));
    return std::optional(std::move(values));
}

/// Of runs that go on there are no summaries yet.
Result<void> RunColumns::add_unfinished(const std::string& metric, std::string_view part, Values& values) {
    std::vector<std::string> ids;
    Statement select(*database_, "SELECT id FROM runs WHERE NOT summarised");
    TRY_VOID(select.each({}, [&](const Row& row) { ids.push_back(row.text(0)); }));
    for (const std::string& id : ids) {
        TRY(const auto summary, metrics_.summary(id, metric));
        values.emplace(id, part_of(summary, part));
    }
    return {};
}

Result<std::string> RunColumns::hint_for(const std::string& name) {
    std::vector<std::string> known = setting_names();
    for (const SummaryColumn& summary : kSummaryColumns)
        known.emplace_back(summary.name);
    TRY(const auto metrics, metrics_.known());
    known.insert(known.end(), metrics.begin(), metrics.end());
    const auto ending = std::ranges::find_if(
        known, [&](const std::string& candidate) { return candidate.ends_with("." + name); });
    const auto near = ending != known.end() ? *ending : nearest(name, known);
    if (!near.empty())
        return fmt::format("Did you mean '{}'?", near);
    return std::string(
        "Columns are those of the run table, settings (method.rank), and metrics (loss, loss.min, "
        "loss.best_step). Texts are written in quotes.");
}

}  // namespace tunebench
