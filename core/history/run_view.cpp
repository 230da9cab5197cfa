#include "core/history/run_view.h"

#include <algorithm>
#include <array>

namespace tunebench {
namespace {

constexpr std::array<std::string_view, 3> kShown = {"current", "with_archived", "deleted"};
constexpr int kWidest = 2000;

OrderedJson column_to_json(const RunViewColumn& column) {
    return {{"name", column.name}, {"width", column.width}, {"pinned", column.is_pinned}};
}

OrderedJson view_to_json(const RunView& view) {
    OrderedJson columns = OrderedJson::array();
    for (const auto& column : view.columns)
        columns.push_back(column_to_json(column));
    return {{"name", view.name},
            {"columns", std::move(columns)},
            {"filter", view.filter},
            {"sort_by", view.order.column},
            {"descending", view.order.is_descending},
            {"group_by", view.order.group_by},
            {"shown", kShown[static_cast<std::size_t>(view.shown)]}};
}

Result<RunViewColumn> column_from_json(const Json& json) {
    RunViewColumn column;
    TRY(column.name, json_string(json, "name"));
    TRY(const auto width, json_integer(json, "width"));
    column.width = static_cast<int>(std::clamp<std::int64_t>(width, 0, kWidest));
    TRY(column.is_pinned, json_boolean(json, "pinned"));
    return column;
}

Result<RunView> view_from_json(const Json& json) {
    RunView view;
    TRY(view.name, json_string(json, "name"));
    TRY(const auto* columns, json_array(json, "columns"));
    for (const Json& item : *columns) {
        TRY(auto column, column_from_json(item));
        view.columns.push_back(std::move(column));
    }
    if (view.columns.empty())
        view.columns = standard_run_view().columns;
    TRY(view.filter, json_string(json, "filter"));
    TRY(view.order.column, json_string(json, "sort_by"));
    TRY(view.order.is_descending, json_boolean(json, "descending"));
    TRY(view.order.group_by, json_strings(json, "group_by"));
    TRY(const auto shown, json_string(json, "shown"));
    const auto* const known = std::ranges::find(kShown, shown);
    if (known != kShown.end())
        view.shown = static_cast<RunsShown>(known - kShown.begin());
    return view;
}

}  // namespace

RunView standard_run_view() {
    RunView view;
    for (const char* name : {"starred", "status", "name", "model", "method", "trainable_parameters", "peak",
                             "best_validation_loss", "steps", "created_at"})
        view.columns.push_back({.name = name});
    view.order = {.column = "created_at", .is_descending = true};
    return view;
}

std::vector<std::string> columns_of(const RunView& view) {
    std::vector<std::string> names = view.order.group_by;
    if (!view.order.column.empty())
        names.push_back(view.order.column);
    for (const auto& column : view.columns)
        names.push_back(column.name);
    return names;
}

OrderedJson run_views_to_json(std::span<const RunView> views) {
    OrderedJson json = OrderedJson::array();
    for (const RunView& view : views)
        json.push_back(view_to_json(view));
    return {{"views", std::move(json)}};
}

Result<std::vector<RunView>> run_views_from_json(const Json& json) {
    TRY(const auto* items, json_array(json, "views"));
    std::vector<RunView> views;
    for (const Json& item : *items) {
        TRY(auto view, view_from_json(item));
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace tunebench
