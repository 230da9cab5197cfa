#include "core/study/report/comparison_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/study/report/compared_settings.h"
#include "core/study/report/comparison_text.h"
#include "core/study/report/study_document.h"

namespace tunebench {
namespace {

DocumentTable table_of_groups(const RunComparison& comparison, std::string first, bool are_numbers) {
    DocumentTable table{.columns = {{std::move(first)}}};
    for (std::size_t group = 0; group < comparison.groups.size(); ++group)
        table.columns.push_back({group_title(comparison, group), are_numbers});
    return table;
}

std::string joined(const std::vector<std::string>& texts, const SeedGroup& group) {
    std::vector<std::string> of_group;
    for (const auto run : group.runs)
        of_group.push_back(texts[run]);
    return fmt::format("{}", fmt::join(of_group, ", "));
}

void add_setting_rows(DocumentTable& table, const RunComparison& comparison,
                      const std::vector<ComparedSetting>& settings) {
    for (const auto& setting : settings) {
        table.rows.push_back({setting.key});
        for (const auto& group : comparison.groups)
            table.rows.back().push_back(setting_text(comparison, setting, group));
    }
}

/// What no title of a row says.
std::string metrics_caption(const RunComparison& comparison) {
    std::vector<std::string_view> sentences;
    if (comparison.has_repetitions())
        sentences.push_back("Means over the seeds ± standard deviation.");
    if (comparison.metric("overfitting"))
        sentences.push_back("Overfitting: last validation loss less training loss.");
    if (comparison.metric("forgetting"))
        sentences.push_back("Forgetting: loss on the general text, after less before.");
    return fmt::format("{}", fmt::join(sentences, " "));
}

}  // namespace

DocumentTable named_settings_table(const RunComparison& comparison) {
    auto table = table_of_groups(comparison, "setting", false);
    table.rows.push_back({"name"});
    for (const auto& group : comparison.groups)
        table.rows.back().push_back(group.runs.size() == 1 ? comparison.names[group.runs.front()]
                                                           : group.name);
    if (comparison.has_repetitions()) {
        table.rows.push_back({"runs"});
        for (const auto& group : comparison.groups)
            table.rows.back().push_back(joined(comparison.ids, group));
    }
    add_setting_rows(table, comparison, comparison.settings);
    return table;
}

DocumentTable settings_table(const RunComparison& comparison) {
    auto table = table_of_groups(comparison, "setting", false);
    add_setting_rows(table, comparison, comparison.settings);
    return table;
}

DocumentTable unknown_settings_table(const RunComparison& comparison) {
    auto table = table_of_groups(comparison, "setting", false);
    add_setting_rows(table, comparison, comparison.unknown_settings);
    return table;
}

DocumentTable metrics_table(const RunComparison& comparison) {
    auto table = table_of_groups(comparison, "measured", true);
    table.caption = metrics_caption(comparison);
    const auto baseline_group = comparison.baseline_group();
    for (const auto& metric : comparison.metrics) {
        table.rows.push_back({metric.title});
        const auto baseline = spread_of(metric, comparison.groups[baseline_group]);
        for (std::size_t group = 0; group < comparison.groups.size(); ++group) {
            const auto spread = spread_of(metric, comparison.groups[group]);
            auto cell = spread ? spread_text(metric.kind, *spread) : "-";
            if (spread && baseline && group != baseline_group)
                if (const auto delta = delta_text(metric.kind, spread->mean, baseline->mean); !delta.empty())
                    cell += fmt::format(" ({})", delta);
            table.rows.back().push_back(std::move(cell));
        }
    }
    return table;
}

DocumentTable tests_table(const StudyReport& tests) {
    auto table = test_table(tests);
    table.columns.front().title = "runs";
    return table;
}

}  // namespace tunebench
