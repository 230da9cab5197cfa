#include "ui/pages/live/live_charts.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>

#include "ui/charts/line_chart.h"
#include "ui/charts/smoothing.h"
#include "ui/pages/live/gradient_range.h"
#include "ui/text/numbers.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fitting_label.h"

namespace tunebench::ui {
namespace {

constexpr double kDefaultSmoothing = 0.9;
constexpr int kLastRow = 2;
constexpr int kRangeColumn = 2;
constexpr int kLeastSmall = 130;
constexpr int kSliderSteps = 300;  // 100 a decade: 0.9, 0.99 and 0.999 can be set exactly
constexpr double kLeastLeft = 1.0 - kLargestSmoothing;
constexpr double kGiB = 1024.0 * 1024.0 * 1024.0;

QString gibText(double gib) {
    return bytesText(static_cast<std::uint64_t>(std::max(0.0, gib) * kGiB));
}

std::vector<double> inGib(const std::vector<double>& bytes) {
    std::vector<double> result(bytes);
    for (double& value : result)
        value /= kGiB;
    return result;
}

}  // namespace

LiveCharts::LiveCharts(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(spacing::kUnit);
    grid->addWidget(buildLoss(), 0, 0, 1, 2);
    rate_ = addSmall(tr("Learning rate"), 6, 1, 0);
    norm_ = addSmall(tr("Gradient norm"), 3, 1, 1);
    speed_ = addSmall(tr("Speed"), 2, 2, 0);
    memory_ = addSmall(tr("Memory (GiB)"), 5, 2, 1);
    rate_->setValueFormat(rateText);
    norm_->setValueFormat(shortNumber);
    speed_->setValueFormat(speedText);
    memory_->setValueFormat(gibText);
    for (LineChart* chart : {rate_, speed_, memory_})
        chart->setStartsAtZero(true);
    range_ = new GradientRange(this);
    range_->hide();
    grid->addWidget(range_, 0, kRangeColumn, kLastRow + 1, 1);
    grid->setRowStretch(0, 9);
    grid->setRowStretch(1, 5);
    grid->setRowStretch(2, 5);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    std::vector<LineChart*> linked = range_->charts();
    linked.insert(linked.end(), {loss_, rate_, norm_, speed_, memory_});
    LineChart::link(linked);
    setSmoothing(kDefaultSmoothing);
}

QWidget* LiveCharts::buildLoss() {
    auto* card = new Card({}, this);
    loss_ = new LineChart(tr("Loss"), card);
    loss_->setValueFormat(lossText);
    loss_->setPlaceholder(tr("The first step is on its way"));
    rawCurve_ = loss_->addCurve({.name = tr("training"), .color = 0, .style = CurveStyle::Faint});
    smoothCurve_ = loss_->addCurve({.name = tr("smoothed"), .color = 0, .style = CurveStyle::Line});
    validationCurve_ = loss_->addCurve({.name = tr("validation"), .color = 1, .style = CurveStyle::Points});
    card->body()->addWidget(loss_, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    row->addWidget(makeLabel(tr("Smoothing"), TextRole::Caption, card));
    slider_ = new QSlider(Qt::Horizontal, card);
    slider_->setRange(0, kSliderSteps);
    slider_->setFixedWidth(120);
    slider_->setAccessibleName(tr("Smoothing weight"));
    row->addWidget(slider_);
    formula_ = new FittingLabel(card);
    formula_->setFont(fontFor(TextRole::Caption, formula_->font()));
    setMuted(formula_);
    row->addWidget(formula_, 1);
    card->body()->addLayout(row);
    connect(slider_, &QSlider::valueChanged, this, [this] {
        const auto brief = tr("EMA %1, debiased").arg(smoothing(), 0, 'f', 3);
        formula_->setTexts({tr("%1: s ← w·s + (1−w)·y, drawn as s / (1−wⁿ)").arg(brief), brief,
                            tr("EMA %1").arg(smoothing(), 0, 'f', 3)});
        showLoss();
        Q_EMIT smoothingChanged(smoothing());
    });
    return card;
}

LineChart* LiveCharts::addSmall(const QString& title, int color, int row, int column) {
    auto* card = new Card({}, this);
    card->layout()->setContentsMargins(12, spacing::kUnit, spacing::kUnit, spacing::kHalf);
    auto* chart = new LineChart(title, card);
    chart->addCurve({.name = title, .color = color});
    chart->setCompact(true, row == kLastRow);
    chart->setMinimumWidth(kLeastSmall);  // three columns fit into the least window
    card->body()->addWidget(chart);
    static_cast<QGridLayout*>(layout())->addWidget(card, row, column);
    return chart;
}

double LiveCharts::smoothing() const {
    // Fine near 1, where it matters.
    const double position = static_cast<double>(slider_->value()) / kSliderSteps;
    return std::clamp(1.0 - std::pow(kLeastLeft, position), 0.0, kLargestSmoothing);
}

void LiveCharts::setSmoothing(double weight) {
    const double left = std::clamp(1.0 - weight, kLeastLeft, 1.0);
    slider_->setValue(static_cast<int>(std::lround(std::log(left) / std::log(kLeastLeft) * kSliderSteps)));
}

void LiveCharts::showLoss() {
    loss_->setCurve(smoothCurve_, raw_.steps, smoothed(raw_.values, smoothing()));
}

void LiveCharts::showState(const RunState& state) {
    raw_ = state.loss;
    loss_->setCurve(rawCurve_, state.loss.steps, state.loss.values);
    showLoss();
    loss_->setCurve(validationCurve_, state.validation_loss.steps, state.validation_loss.values);
    rate_->setCurve(0, state.learning_rate.steps, state.learning_rate.values);
    norm_->setCurve(0, state.gradient_norm.steps, state.gradient_norm.values);
    speed_->setCurve(0, state.tokens_per_second.steps, state.tokens_per_second.values);
    memory_->setCurve(0, state.memory.steps, inGib(state.memory.values));
    showRange(state);
    if (state.started && state.started->predicted_peak_bytes > 0)
        memory_->setLevel(static_cast<double>(state.started->predicted_peak_bytes) / kGiB, tr("predicted"));
    else
        memory_->setLevel(std::numeric_limits<double>::quiet_NaN(), {});
}

void LiveCharts::showRange(const RunState& state) {
    range_->showState(state);
    range_->setVisible(state.hasSixteenBits());
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->setColumnStretch(kRangeColumn, state.hasSixteenBits() ? 1 : 0);
}

}  // namespace tunebench::ui
