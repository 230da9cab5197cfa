#include "ui/pages/compare/metric_words.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>

#include "ui/text/memory_unit.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

struct MetricWord {
    const char* name = nullptr;
    const char* word = nullptr;
};

constexpr std::array<MetricWord, 17> kCurveWords = {{
    {"loss", QT_TRANSLATE_NOOP("MetricWords", "Training loss")},
    {"validation_loss", QT_TRANSLATE_NOOP("MetricWords", "Validation loss")},
    {"validation_perplexity", QT_TRANSLATE_NOOP("MetricWords", "Validation perplexity")},
    {"validation_token_accuracy", QT_TRANSLATE_NOOP("MetricWords", "Validation token accuracy")},
    {"validation_accuracy", QT_TRANSLATE_NOOP("MetricWords", "Validation accuracy")},
    {"validation_f1", QT_TRANSLATE_NOOP("MetricWords", "Validation F1")},
    {"learning_rate", QT_TRANSLATE_NOOP("MetricWords", "Learning rate")},
    {"gradient_norm", QT_TRANSLATE_NOOP("MetricWords", "Gradient norm")},
    {"epoch", QT_TRANSLATE_NOOP("MetricWords", "Epoch")},
    {"tokens", QT_TRANSLATE_NOOP("MetricWords", "Tokens")},
    {"tokens_per_second", QT_TRANSLATE_NOOP("MetricWords", "Tokens per second")},
    {"step_seconds", QT_TRANSLATE_NOOP("MetricWords", "Seconds per step")},
    {"memory_bytes", QT_TRANSLATE_NOOP("MetricWords", "Memory")},
    {"memory_peak_bytes", QT_TRANSLATE_NOOP("MetricWords", "Peak memory")},
    {"loss_scale", QT_TRANSLATE_NOOP("MetricWords", "Loss scale")},
    {"gradient_underflow", QT_TRANSLATE_NOOP("MetricWords", "Gradient underflow (share)")},
    {"gradient_overflow", QT_TRANSLATE_NOOP("MetricWords", "Gradient overflow (share)")},
}};

constexpr std::array<MetricWord, 13> kMetricWords = {{
    {"best_validation_loss", QT_TRANSLATE_NOOP("MetricWords", "Best validation loss")},
    {"validation_loss", QT_TRANSLATE_NOOP("MetricWords", "Last validation loss")},
    {"validation_accuracy", QT_TRANSLATE_NOOP("MetricWords", "Validation accuracy")},
    {"training_loss", QT_TRANSLATE_NOOP("MetricWords", "Training loss, last 20 steps")},
    {"overfitting", QT_TRANSLATE_NOOP("MetricWords", "Overfitting")},
    {"forgetting", QT_TRANSLATE_NOOP("MetricWords", "Forgetting")},
    {"steps", QT_TRANSLATE_NOOP("MetricWords", "Steps")},
    {"tokens", QT_TRANSLATE_NOOP("MetricWords", "Tokens")},
    {"trainable_parameters", QT_TRANSLATE_NOOP("MetricWords", "Trained parameters")},
    {"peak_bytes", QT_TRANSLATE_NOOP("MetricWords", "Peak memory")},
    {"seconds", QT_TRANSLATE_NOOP("MetricWords", "Training time")},
    {"tokens_per_second", QT_TRANSLATE_NOOP("MetricWords", "Tokens per second")},
    {"result_bytes", QT_TRANSLATE_NOOP("MetricWords", "Size of the result")},
}};

constexpr std::array<MetricWord, 2> kMetricHelps = {{
    {"overfitting",
     QT_TRANSLATE_NOOP("MetricWords",
                       "The last validation loss less the mean of the last 20 training losses. The more "
                       "above 0, the more.")},
    {"forgetting",
     QT_TRANSLATE_NOOP("MetricWords",
                       "How much the loss on the general text has risen from before the first step to the "
                       "result. The more above 0, the more.")},
}};

template <std::size_t count>
QString wordOf(const std::array<MetricWord, count>& words, const std::string& name,
               const std::string& otherwise) {
    for (const auto& known : words)
        if (name == known.name)
            return QCoreApplication::translate("MetricWords", known.word);
    return toQt(otherwise);
}

double largestOf(const ComparedMetric& metric) {
    double largest = 0.0;
    for (const auto& value : metric.values)
        if (value && std::isfinite(*value))
            largest = std::max(largest, std::abs(*value));
    return largest;
}

QString countLabel(double value) {
    return countText(std::llround(value));
}

}  // namespace

QString curveName(const std::string& metric) {
    return wordOf(kCurveWords, metric, metric);
}

QString metricName(const ComparedMetric& metric) {
    return wordOf(kMetricWords, metric.name, metric.title);
}

QString metricHelp(const std::string& metric) {
    return wordOf(kMetricHelps, metric, {});
}

MetricAxis metricAxis(const ComparedMetric& metric) {
    constexpr double kMinute = 60.0, kHour = 3600.0, kInMinutesFrom = 300.0, kInHoursFrom = 3.0 * kHour;
    const double largest = largestOf(metric);
    MetricAxis result{.axis = {.title = metricName(metric), .format = shortNumber}};
    QString unit;
    switch (metric.kind) {
        case MetricKind::Bytes: {
            const MemoryUnit memory = memoryUnitFor(largest);
            result.unit = memory.bytes;
            unit = memory.name;
            break;
        }
        case MetricKind::Seconds:
            result.unit = largest >= kInHoursFrom ? kHour : largest >= kInMinutesFrom ? kMinute : 1.0;
            unit = largest >= kInHoursFrom     ? QStringLiteral("h")
                   : largest >= kInMinutesFrom ? QStringLiteral("min")
                                               : QStringLiteral("s");
            break;
        case MetricKind::Share:
            result.unit = 0.01;
            unit = QStringLiteral("%");
            break;
        case MetricKind::Count:
            result.axis.format = countLabel;
            result.axis.isWhole = true;
            break;
        case MetricKind::Loss:
        case MetricKind::Rate:
            break;
    }
    if (!unit.isEmpty())
        result.axis.title += QStringLiteral(" (%1)").arg(unit);
    return result;
}

}  // namespace tunebench::ui
