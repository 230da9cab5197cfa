#include "ui/pages/live/machine_view.h"

#include <algorithm>
#include <map>
#include <string_view>

#include <QCoreApplication>
#include <QVBoxLayout>

#include "ui/charts/line_chart.h"
#include "ui/text/memory_unit.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/combo_edit.h"

namespace tunebench::ui {
namespace {

constexpr double kHundredth = 0.01;
constexpr QSize kLeastMachineChart = {120, 80};

/// History's name of a metric, for people.
QString otherText(const std::string& metric) {
    static const std::map<std::string_view, const char*> kTexts = {
        {"step_seconds", QT_TRANSLATE_NOOP("MachineView", "Seconds a step")},
        {"memory_bytes", QT_TRANSLATE_NOOP("MachineView", "Tensors at a step's end")},
        {"skipped_steps", QT_TRANSLATE_NOOP("MachineView", "Skipped steps")},
        {"gpu_temperature_celsius", QT_TRANSLATE_NOOP("MachineView", "Temperature of the GPU (°C)")},
        {"gpu_power_watts", QT_TRANSLATE_NOOP("MachineView", "Power of the GPU (W)")},
        {"validation_seconds", QT_TRANSLATE_NOOP("MachineView", "Seconds an evaluation")},
        {"validation_perplexity", QT_TRANSLATE_NOOP("MachineView", "Validation perplexity")},
        {"validation_token_accuracy", QT_TRANSLATE_NOOP("MachineView", "Tokens right (share)")},
        {"validation_accuracy", QT_TRANSLATE_NOOP("MachineView", "Labels right (share)")},
        {"validation_f1", QT_TRANSLATE_NOOP("MachineView", "F1 (macro)")}};
    const auto known = kTexts.find(metric);
    return known == kTexts.end() ? toQt(metric) : QCoreApplication::translate("MachineView", known->second);
}

double largestOf(const MetricCurve& curve) {
    double largest = 0.0;
    for (const double value : curve.values)
        largest = std::max(largest, value);
    return largest;
}

const MetricCurve& curveOf(const RunState& state, const std::string& metric) {
    static const MetricCurve kNothing;
    const auto found = state.others.find(metric);
    return found == state.others.end() ? kNothing : found->second;
}

}  // namespace

MachineView::MachineView(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, spacing::kUnit, 12, spacing::kUnit);
    layout->setSpacing(spacing::kUnit);
    processors_ = addChart(tr("Processors (%)"));
    processors_->setValueFormat([](double percent) { return shareText(percent * kHundredth); });
    feed(processors_, tr("Tunebench"), 0, "process_cpu_share", kHundredth);
    feed(processors_, tr("all programs"), 7, "machine_cpu_share", kHundredth);
    memory_ = addChart(tr("Memory of the machine"));
    feed(memory_, tr("Tunebench"), 5, "process_memory_bytes", memoryUnit_.bytes);
    feed(memory_, tr("all programs"), 7, "machine_memory_bytes", memoryUnit_.bytes);
    buildOther();
    for (LineChart* chart : {processors_, memory_}) {
        chart->setStartsAtZero(true);
        chart->setPlaceholder(tr("Measured once a second at first, less often in a long run"));
    }
}

LineChart* MachineView::addChart(const QString& title) {
    auto* chart = new LineChart(title, this);
    chart->setMinimumSize(kLeastMachineChart);
    static_cast<QVBoxLayout*>(layout())->addWidget(chart, 1);
    return chart;
}

void MachineView::feed(LineChart* chart, const QString& name, int color, const char* metric, double unit) {
    feeds_.push_back(
        {CurveFeed(*chart, chart->addCurve({.name = name, .color = color, .style = CurveStyle::Thin}), unit),
         metric});
}

/// Where none was measured its curves do not stand in the legends.
void MachineView::addGpu(const RunState& state) {
    const auto isNew = [&](const std::string& metric) {
        return state.others.contains(metric) &&
               std::ranges::find(feeds_, metric, &Fed::metric) == feeds_.end();
    };
    if (isNew("gpu_share"))
        feed(processors_, tr("GPU"), 3, "gpu_share", kHundredth);
    if (isNew("gpu_memory_bytes"))
        feed(memory_, tr("GPU"), 3, "gpu_memory_bytes", memoryUnit_.bytes);
}

void MachineView::buildOther() {
    metrics_ = new ComboEdit(this);
    metrics_->setObjectName(QStringLiteral("other_metric"));
    metrics_->setAccessibleName(tr("Another metric"));
    layout()->addWidget(metrics_);
    other_ = addChart({});
    other_->setAccessibleName(tr("Another metric"));
    other_->setValueFormat(shortNumber);
    other_->setCompact(true);  // the list above names it
    other_->setPlaceholder(tr("This run has no other metric yet"));
    otherFeed_.emplace(*other_, other_->addCurve({.name = tr("value"), .color = 4}));
    connect(metrics_, &QComboBox::currentIndexChanged, this, &MachineView::chooseOther);
}

void MachineView::chooseOther() {
    otherUnit_ = {};
    other_->followValues();
    other_->setCurveName(0, metrics_->currentText());
    other_->setStartsAtZero(isOfMemory(otherMetric()));
    other_->setValueFormat(shortNumber);
    otherFeed_.emplace(*other_, 0);
    Q_EMIT otherChosen();
}

std::string MachineView::otherMetric() const {
    return metrics_->currentData().toString().toStdString();
}

void MachineView::setMemoryUnit(const MemoryUnit& unit) {
    if (unit.bytes == memoryUnit_.bytes)
        return;
    memory_->scaleValues(memoryUnit_.bytes / unit.bytes);
    memoryUnit_ = unit;
    memory_->setTitle(tr("Memory of the machine (%1)").arg(unit.name));
    memory_->setValueFormat([unit](double amount) { return memoryText(amount, unit); });
    for (auto& [feed, metric] : feeds_)
        if (isOfMemory(metric))
            feed.setUnit(unit.bytes);
}

void MachineView::setOtherUnit(const MemoryUnit& unit) {
    if (unit.bytes == otherUnit_.bytes)
        return;
    other_->scaleValues(otherUnit_.bytes / unit.bytes);
    otherUnit_ = unit;
    const QString title = QStringLiteral("%1 (%2)").arg(otherText(otherMetric()), unit.name);
    metrics_->setItemText(metrics_->currentIndex(), title);
    other_->setCurveName(0, title);
    other_->setValueFormat([unit](double amount) { return memoryText(amount, unit); });
    otherFeed_->setUnit(unit.bytes);
}

/// Names as they come: a run has more of them later than at its first step.
void MachineView::offer(const RunState& state) {
    for (const auto& other : state.others) {
        const std::string& name = other.first;
        const bool isAbove = std::ranges::any_of(feeds_, [&](const Fed& fed) { return fed.metric == name; });
        if (!isAbove && metrics_->findData(toQt(name)) < 0)
            metrics_->addItem(otherText(name), toQt(name));
    }
    metrics_->setEnabled(metrics_->count() > 0);
}

void MachineView::showState(const RunState& state, PlaceKind kind) {
    addGpu(state);
    double largest = 0.0;
    for (const auto& [feed, metric] : feeds_)
        if (isOfMemory(metric))
            largest = std::max(largest, largestOf(curveOf(state, metric)));
    setMemoryUnit(memoryUnitFor(largest));
    for (auto& [feed, metric] : feeds_)
        feed.show(curveOf(state, metric), state, kind);
    offer(state);
    const MetricCurve& other = curveOf(state, otherMetric());
    if (isOfMemory(otherMetric()))
        setOtherUnit(memoryUnitFor(largestOf(other)));
    otherFeed_->show(other, state, kind);
}

}  // namespace tunebench::ui
