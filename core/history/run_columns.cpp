#include "core/history/run_columns.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "core/base/text_distance.h"
#include "core/history/setting_columns.h"
#include "core/history/table_columns.h"

namespace tunebench {
namespace {

/// "loss.min": the metric "loss" and the part "min". A name that ends in none of them is asked for its last
/// value.
struct MetricPart {
    std::string_view name = {};
    const char* sql = nullptr;  // the value of every run that has ended
};

#define TUNEBENCH_PART(expression) \
    "SELECT run, " expression \
    " FROM metric_summaries WHERE metric = (SELECT key FROM metric_names WHERE name = ?1)"
#define TUNEBENCH_STEP_OF(value) "CASE WHEN " value " IS NULL THEN NULL ELSE " value "_step END"

constexpr std::array<MetricPart, 7> kParts = {{
    {"last", TUNEBENCH_PART("last")},
    {"min", TUNEBENCH_PART("lowest")},
    {"max", TUNEBENCH_PART("highest")},
    {"last_step", TUNEBENCH_PART("last_step")},
    {"min_step", TUNEBENCH_PART(TUNEBENCH_STEP_OF("lowest"))},
    {"max_step", TUNEBENCH_PART(TUNEBENCH_STEP_OF("highest"))},
    {"count", TUNEBENCH_PART("count")},
}};

constexpr std::array<std::string_view, 9> kPartNames = {"last", "best",     "best_step", "min",  "min_step",
                                                        "max",  "max_step", "last_step", "count"};

/// The best value is the highest or the lowest.
std::string_view without_best(const std::string& metric, std::string_view part) {
    if (!part.starts_with("best"))
        return part;
    const bool is_step = part == "best_step";
    if (is_higher_better(metric))
        return is_step ? "max_step" : "max";
    return is_step ? "min_step" : "min";
}

const char* sql_of(std::string_view part) {
    const auto* const found =
        std::ranges::find_if(kParts, [&](const MetricPart& known) { return known.name == part; });
    return found == kParts.end() ? kParts.front().sql : found->sql;
}

FilterValue part_of(const MetricSummary& summary, std::string_view part) {
    if (summary.count == 0)
        return {};
    if (part == "count")
        return static_cast<double>(summary.count);
    const std::optional<MetricValue> value = part.starts_with("min")   ? summary.lowest
                                             : part.starts_with("max") ? summary.highest
                                                                       : std::optional(summary.last);
    if (!value)
        return {};
    return part.ends_with("_step") ? static_cast<double>(value->step) : value->value;
}

ColumnKind kind_of_metric(const std::string& metric, std::string_view part) {
    if (part.ends_with("_step") || part == "count")
        return ColumnKind::Count;
    if (metric.ends_with("_bytes"))
        return ColumnKind::Bytes;
    return metric == "seconds" || metric.ends_with("_seconds") ? ColumnKind::Seconds : ColumnKind::Number;
}

}  // namespace

RunColumns::RunColumns(Database& database)
    : database_(&database),
      metrics_(database),
      keys_(database, "SELECT key, id, summarised FROM runs"),
      setting_(database,
               "SELECT run, value FROM run_settings WHERE setting = (SELECT key FROM setting_names WHERE "
               "name = ?1)"),
      settings_of_runs_(database,
                        "SELECT name FROM setting_names WHERE EXISTS (SELECT 1 FROM run_settings WHERE "
                        "setting = key) ORDER BY name"),
      setting_name_(database, "SELECT 1 FROM setting_names WHERE name = ?1") {}

Result<std::vector<RunColumn>> RunColumns::known() {
    std::vector<RunColumn> columns;
    for (const TableColumn& column : table_columns())
        if (column.is_shown)
            columns.push_back({std::string(column.name), ColumnOrigin::Table, column.kind});
    TRY_VOID(settings_of_runs_.each({}, [&](const Row& row) {
        const auto name = row.text(0);
        const auto* known = find_setting(name);
        columns.push_back(known ? *known : RunColumn{name, ColumnOrigin::Setting, ColumnKind::Text});
    }));
    TRY(const auto metrics, metrics_.known());
    for (const auto& metric : metrics)
        for (const std::string_view part : kPartNames)
            columns.push_back(
                {fmt::format("{}.{}", metric, part), ColumnOrigin::Metric, kind_of_metric(metric, part)});
    return columns;
}

Result<RunColumns::Places> RunColumns::places_of(const std::vector<RunSummary>& runs) {
    std::unordered_map<std::string_view, std::size_t> row_of_id;
    for (std::size_t row = 0; row < runs.size(); ++row)
        row_of_id.emplace(runs[row].id, row);
    Places places{.rows = runs.size()};
    TRY_VOID(keys_.each({}, [&](const Row& row) {
        const auto id = row.text(1);
        const auto found = row_of_id.find(id);
        if (found == row_of_id.end())
            return;
        const auto key = static_cast<std::size_t>(row.integer(0));
        if (places.row_of_key.size() <= key)
            places.row_of_key.resize(key + 1, -1);
        places.row_of_key[key] = static_cast<std::int64_t>(found->second);
        if (!row.flag(2))
            places.unfinished.emplace_back(id, found->second);
    }));
    return places;
}

Result<void> RunColumns::add(RunTable& table, std::span<const std::string> columns) {
    std::optional<Places> places;
    for (const std::string& name : columns) {
        if (table.find(name))
            continue;
        Values values;
        if (const auto* column = find_table_column(name)) {
            for (const RunSummary& run : table.runs())
                values.push_back(column->value(run));
        } else {
            if (!places) {
                TRY(places, places_of(table.runs()));
            }
            TRY(auto read_values, read(name, *places));
            values = std::move(read_values).value_or(Values());
        }
        table.add(name, std::move(values));
    }
    return {};
}

Result<std::optional<RunColumns::Values>> RunColumns::read(const std::string& name, Places& places) {
    std::optional<Values> values;
    TRY(const auto metric, metric_column(name));
    TRY(const bool of_setting, is_setting(name));
    if (of_setting) {
        TRY(values, read_setting(name, places));
    } else if (metric) {
        TRY(values, read_metric(*metric, places));
    }
    return values;
}

Result<RunColumns::Values> RunColumns::read_setting(const std::string& name, const Places& places) {
    Values values(places.rows);
    TRY_VOID(setting_.each({name}, [&](const Row& row) {
        const auto key = static_cast<std::size_t>(row.integer(0));
        if (key < places.row_of_key.size() && places.row_of_key[key] >= 0)
            values[static_cast<std::size_t>(places.row_of_key[key])] = row.value(1);
    }));
    return values;
}

Result<RunColumns::Values> RunColumns::read_metric(const MetricColumn& column, Places& places) {
    const std::string_view part = without_best(column.metric, column.part);
    Values values(places.rows);
    Statement select(*database_, sql_of(part));
    TRY_VOID(select.each({column.metric}, [&](const Row& row) {
        const auto key = static_cast<std::size_t>(row.integer(0));
        if (key < places.row_of_key.size() && places.row_of_key[key] >= 0)
            values[static_cast<std::size_t>(places.row_of_key[key])] = row.value(1);
    }));
    TRY(const auto* summaries, unfinished(column.metric, places));
    for (std::size_t i = 0; i < summaries->size(); ++i)
        values[places.unfinished[i].second] = part_of((*summaries)[i], part);
    return values;
}

/// Of runs that go on there are no summaries yet: from their values, once for all parts of the metric.
Result<const std::vector<MetricSummary>*> RunColumns::unfinished(const std::string& metric, Places& places) {
    if (const auto found = places.summaries.find(metric); found != places.summaries.end())
        return &found->second;
    std::vector<MetricSummary> summaries;
    for (const auto& [id, row] : places.unfinished) {
        TRY(auto summary, metrics_.summary(id, metric));
        summaries.push_back(std::move(summary));
    }
    return &places.summaries.emplace(metric, std::move(summaries)).first->second;
}

Result<std::optional<RunColumns::MetricColumn>> RunColumns::metric_column(const std::string& name) {
    TRY(bool is_metric, metrics_.is_known(name));
    if (is_metric)
        return std::optional(MetricColumn{name, "last"});
    const auto dot = name.rfind('.');
    if (dot == std::string::npos)
        return std::optional<MetricColumn>();
    const auto* const part = std::ranges::find(kPartNames, std::string_view(name).substr(dot + 1));
    MetricColumn column{.metric = name.substr(0, dot)};
    TRY(is_metric, metrics_.is_known(column.metric));
    if (!is_metric || part == kPartNames.end())
        return std::optional<MetricColumn>();
    column.part = *part;
    return std::optional(std::move(column));
}

const RunColumn* RunColumns::find_setting(std::string_view name) {
    if (settings_.empty())
        settings_ = setting_columns();
    const auto found = std::ranges::find(settings_, name, &RunColumn::name);
    return found == settings_.end() ? nullptr : &*found;
}

/// Runs of another version may have settings that this one does not know; known() offers them too.
Result<bool> RunColumns::is_setting(const std::string& name) {
    // A quote is in no name that the history keeps.
    if (name.starts_with("imported."))
        return name.find('"') == std::string::npos;
    if (find_setting(name))
        return true;
    bool is_kept = false;
    TRY_VOID(setting_name_.each({name}, [&](const Row&) { is_kept = true; }));
    return is_kept;
}

Result<bool> RunColumns::is_known(const std::string& name) {
    TRY(const bool of_setting, is_setting(name));
    if (of_setting || find_table_column(name))
        return true;
    TRY(const auto metric, metric_column(name));
    return metric.has_value();
}

Result<void> RunColumns::require(const Filter& filter) {
    for (const FilterColumn& column : filter.columns()) {
        TRY(const bool found, is_known(column.name));
        if (found)
            continue;
        TRY(const auto hint, hint_for(column.name));
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("Filter, column {}: there is no column '{}'", column.position,
                                            column.name),
                     .hint = hint};
    }
    return {};
}

Result<std::vector<RunSummary>> RunColumns::matching(const Filter& filter, std::vector<RunSummary> runs) {
    TRY_VOID(require(filter));
    std::vector<std::string> names;
    for (const FilterColumn& column : filter.columns())
        names.push_back(column.name);
    RunTable table(std::move(runs));
    TRY_VOID(add(table, names));
    std::vector<RunSummary> matching;
    for (const std::size_t row : table.matching(filter))
        matching.push_back(table.runs()[row]);
    return matching;
}

Result<std::string> RunColumns::hint_for(const std::string& name) {
    std::vector<std::string> known;
    for (const RunColumn& setting : setting_columns())
        known.push_back(setting.name);
    for (const TableColumn& column : table_columns())
        known.emplace_back(column.name);
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
