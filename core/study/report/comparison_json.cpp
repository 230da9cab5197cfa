#include "core/jobs/exact_number.h"
#include "core/study/report/run_comparison.h"

namespace tunebench {
namespace {

OrderedJson settings_json(const std::vector<ComparedSetting>& settings) {
    auto json = OrderedJson::object();
    for (const auto& setting : settings)
        for (const auto& value : setting.values)
            json[setting.key].push_back(value ? OrderedJson(*value) : OrderedJson());
    return json;
}

OrderedJson optional_number(const std::optional<double>& number) {
    return number ? exact_number(*number) : OrderedJson();
}

OrderedJson group_json(const RunComparison& comparison, const SeedGroup& group) {
    OrderedJson ids = OrderedJson::array(), metrics = OrderedJson::object();
    for (const auto run : group.runs)
        ids.push_back(comparison.ids[run]);
    for (const auto& metric : comparison.metrics)
        if (const auto spread = spread_of(metric, group))
            metrics[metric.name] = {{"mean", exact_number(spread->mean)},
                                    {"deviation", optional_number(spread->deviation)},
                                    {"margin", optional_number(spread->margin)},
                                    {"count", spread->count}};
    return {{"name", group.name}, {"runs", std::move(ids)}, {"metrics", std::move(metrics)}};
}

OrderedJson tests_json(const std::optional<StudyReport>& tests) {
    if (!tests)
        return nullptr;
    auto groups = OrderedJson::array();
    for (const auto& arm : tests->arms)
        groups.push_back(
            {{"name", arm.name},
             {"loss", arm.loss ? exact_number(arm.loss->mean) : OrderedJson()},
             {"loss_margin", arm.loss ? exact_number(arm.loss->margin(kReportConfidence)) : OrderedJson()},
             {"against_baseline", paired_comparison_to_json(arm.against_baseline)}});
    return {{"seeds", tests->seeds},
            {"examples", tests->examples},
            {"groups", std::move(groups)},
            {"verdict", tests->verdict},
            {"notes", tests->notes}};
}

}  // namespace

OrderedJson comparison_to_json(const RunComparison& comparison) {
    OrderedJson metrics = OrderedJson::object(), groups = OrderedJson::array(),
                imported = OrderedJson::array();
    for (const auto& metric : comparison.metrics)
        for (const auto& value : metric.values)
            metrics[metric.name].push_back(optional_number(value));
    for (const auto& group : comparison.groups)
        groups.push_back(group_json(comparison, group));
    for (const auto run : comparison.imported)
        imported.push_back(comparison.ids[run]);
    return {{"runs", comparison.ids},
            {"names", comparison.names},
            {"imported", std::move(imported)},
            {"baseline", comparison.ids[comparison.baseline]},
            {"settings", settings_json(comparison.settings)},
            {"unknown_settings", settings_json(comparison.unknown_settings)},
            {"metrics", std::move(metrics)},
            {"groups", std::move(groups)},
            {"left_out", comparison.left_out},
            {"tests", tests_json(comparison.tests)}};
}

}  // namespace tunebench
