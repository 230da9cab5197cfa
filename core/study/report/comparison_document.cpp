#include <utility>

#include <fmt/format.h>

#include "core/study/report/comparison_tables.h"
#include "core/study/report/run_comparison.h"

namespace tunebench {
namespace {

DocumentScatter scatter_of(const RunComparison& comparison, const ComparedMetric& cost,
                           const ComparedMetric& quality) {
    DocumentScatter scatter{
        .caption = fmt::format("{} against {}; filled: on the front.", quality.title, cost.title),
        .x_title = cost.title + (cost.kind == MetricKind::Bytes     ? " (MiB)"
                                 : cost.kind == MetricKind::Seconds ? " (s)"
                                                                    : ""),
        .y_title = quality.title};
    constexpr double kMiB = 1024.0 * 1024.0;
    for (const auto& point : trade_offs(comparison, cost, quality))
        scatter.points.push_back({.label = comparison.groups[point.group].name,
                                  .x = point.cost.mean / (cost.kind == MetricKind::Bytes ? kMiB : 1.0),
                                  .y = point.quality.mean,
                                  .y_margin = point.quality.margin.value_or(0.0),
                                  .is_marked = point.is_on_front});
    return scatter;
}

void add_trade_offs(Document& document, const RunComparison& comparison) {
    const auto* quality = comparison.metric("best_validation_loss");
    if (!quality || comparison.groups.size() < 2)
        return;
    document.parts.push_back(DocumentHeading{"Trade-offs"});
    for (const auto* cost : {"peak_bytes", "trainable_parameters", "seconds"})
        if (const auto* metric = comparison.metric(cost))
            document.parts.push_back(scatter_of(comparison, *metric, *quality));
}

void add_tests(Document& document, const StudyReport& tests) {
    document.parts.push_back(DocumentHeading{"Tests"});
    document.parts.push_back(DocumentList{tests.verdict});
    if (!tests.notes.empty())
        document.parts.push_back(DocumentList{tests.notes});
    if (auto table = tests_table(tests); !table.rows.empty())
        document.parts.push_back(std::move(table));
}

}  // namespace

Document comparison_document(const RunComparison& comparison) {
    Document document{.title = fmt::format("Comparison of {} runs", comparison.ids.size())};
    document.parts.push_back(DocumentHeading{"Settings that differ"});
    document.parts.push_back(named_settings_table(comparison));
    if (!comparison.unknown_settings.empty()) {
        document.parts.push_back(DocumentHeading{"Settings that an imported run does not tell"});
        document.parts.push_back(unknown_settings_table(comparison));
    }
    document.parts.push_back(DocumentHeading{"Measured"});
    document.parts.push_back(metrics_table(comparison));
    if (!comparison.left_out.empty())
        document.parts.push_back(DocumentList{comparison.left_out});
    add_trade_offs(document, comparison);
    if (comparison.tests)
        add_tests(document, *comparison.tests);
    else
        document.parts.push_back(DocumentParagraph{
            "Differences between single runs are luck in part: whether one method is better than another, a "
            "study with several seeds tells."});
    return document;
}

}  // namespace tunebench
