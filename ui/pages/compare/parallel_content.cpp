#include "ui/pages/compare/parallel_content.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/study/report/compared_settings.h"
#include "ui/forms/field_labels.h"
#include "ui/pages/compare/metric_words.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr std::size_t kUsualSettings = 4;
constexpr std::array<std::string_view, 4> kUsualMetrics = {"best_validation_loss", "peak_bytes",
                                                           "trainable_parameters", "seconds"};

/// Paths and names of data differ in length, not in meaning; of a seed groups have several.
bool isUsualSetting(const RunComparison& comparison, const ComparedSetting& setting) {
    const bool isPath = setting.key == "model.path" || setting.key.starts_with("data.");
    return !isPath && !(setting.key == "seed" && comparison.has_repetitions());
}

std::vector<QString> textsOf(const RunComparison& comparison, const ComparedSetting& setting) {
    std::vector<QString> texts;
    for (const auto& group : comparison.groups)
        texts.push_back(toQt(setting_text(comparison, setting, group)));
    return texts;
}

std::optional<std::vector<double>> numbersOf(const std::vector<QString>& texts) {
    std::vector<double> numbers;
    for (const auto& text : texts) {
        bool isNumber = false;
        numbers.push_back(text.toDouble(&isNumber));
        if (!isNumber)
            return {};
    }
    return numbers;
}

void addSetting(ParallelContent& content, const RunComparison& comparison, const ParallelChoice& choice) {
    const auto setting = std::ranges::find(comparison.settings, choice.key, &ComparedSetting::key);
    if (setting == comparison.settings.end())
        return;
    ParallelAxis axis{.title = choice.title, .format = shortNumber};
    const auto texts = textsOf(comparison, *setting);
    auto numbers = numbersOf(texts);
    if (!numbers) {
        for (const auto& text : texts)
            if (!axis.categories.contains(text))
                axis.categories << text;
        axis.categories.sort();
        numbers.emplace();
        for (const auto& text : texts)
            numbers->push_back(static_cast<double>(axis.categories.indexOf(text)));
    }
    for (std::size_t group = 0; group < content.lines.size(); ++group)
        content.lines[group].values.push_back((*numbers)[group]);
    content.axes.push_back(std::move(axis));
}

void addMetric(ParallelContent& content, const RunComparison& comparison, const ParallelChoice& choice) {
    const auto* metric = comparison.metric(choice.key);
    if (metric == nullptr)
        return;
    const auto [unit, axis] = metricAxis(*metric);
    for (std::size_t group = 0; group < content.lines.size(); ++group) {
        const auto spread = spread_of(*metric, comparison.groups[group]);
        content.lines[group].values.push_back(spread ? std::optional(spread->mean / unit) : std::nullopt);
    }
    content.axes.push_back({.title = axis.title, .format = axis.format});
}

QStringList settingNames(const RunComparison& comparison) {
    QStringList keys, taken;
    for (const auto& setting : comparison.settings)
        keys << toQt(setting.key);
    for (const auto& metric : comparison.metrics)
        taken << metricName(metric);
    return distinctFieldLabels(keys, taken);
}

}  // namespace

std::vector<ParallelChoice> parallelChoices(const RunComparison& comparison) {
    std::vector<ParallelChoice> choices;
    const QStringList names = settingNames(comparison);
    std::size_t usual = 0;
    for (const auto& setting : comparison.settings) {
        const bool isUsual = usual < kUsualSettings && isUsualSetting(comparison, setting);
        usual += isUsual ? 1 : 0;
        choices.push_back({.key = setting.key,
                           .title = names[static_cast<qsizetype>(choices.size())],
                           .isSetting = true,
                           .isUsual = isUsual});
    }
    for (const auto& metric : comparison.metrics)
        choices.push_back({.key = metric.name,
                           .title = metricName(metric),
                           .isUsual = std::ranges::find(kUsualMetrics, metric.name) != kUsualMetrics.end()});
    return choices;
}

ParallelContent parallelContent(const RunComparison& comparison, const std::vector<ParallelChoice>& axes) {
    ParallelContent content;
    for (std::size_t group = 0; group < comparison.groups.size(); ++group)
        content.lines.push_back(
            {.name = toQt(comparison.groups[group].name), .series = static_cast<int>(group)});
    for (const auto& choice : axes) {
        if (choice.isSetting)
            addSetting(content, comparison, choice);
        else
            addMetric(content, comparison, choice);
    }
    return content;
}

}  // namespace tunebench::ui
