#include "ui/pages/live/live_charts.h"

#include <algorithm>
#include <limits>

#include <QGridLayout>

#include "ui/charts/chart_save_button.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/live/chart_bar.h"
#include "ui/pages/live/gradient_range.h"
#include "ui/pages/live/zoom_order.h"
#include "ui/text/numbers.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"

namespace tunebench::ui {
namespace {

constexpr int kLastRow = 2;
constexpr int kRangeColumn = 2;
constexpr int kLeastSmall = 130;

}  // namespace

LiveCharts::LiveCharts(QWidget* parent, std::vector<LineChart*> others)
    : QWidget(parent), others_(std::move(others)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(spacing::kUnit);
    grid->addWidget(buildLoss(), 0, 0, 1, 2);
    rate_ = addSmall(tr("Learning rate"), 6, 1, 0, &RunState::learning_rate);
    norm_ = addSmall(tr("Gradient norm"), 3, 1, 1, &RunState::gradient_norm);
    speed_ = addSmall(tr("Speed"), 2, 2, 0, &RunState::tokens_per_second);
    memoryFeed_ = feeds_.size();
    memory_ = addSmall({}, 5, 2, 1, &RunState::memory);
    setMemoryUnit(memoryUnitFor(0.0));
    rate_->setValueFormat(shortNumber);  // as the axis writes it
    norm_->setValueFormat(shortNumber);
    speed_->setValueFormat(speedText);
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
    linkAll();
    setPlaces({});
}

QWidget* LiveCharts::buildLoss() {
    auto* card = new Card({}, this);
    // Its title in line with those below and beside it.
    card->layout()->setContentsMargins(12, spacing::kUnit, spacing::kUnit, spacing::kUnit);
    loss_ = new LineChart(tr("Loss"), card);
    loss_->setValueFormat(lossText);
    loss_->setPlaceholder(tr("The first step is on its way"));
    feed(loss_, loss_->addCurve({.name = tr("training"), .color = 0, .style = CurveStyle::Faint}),
         &RunState::loss);
    smoothFeed_ = feeds_.size();
    feed(loss_, loss_->addCurve({.name = tr("smoothed"), .color = 0, .style = CurveStyle::Line}),
         &RunState::loss);
    feed(loss_, loss_->addCurve({.name = tr("validation"), .color = 1, .style = CurveStyle::Points}),
         &RunState::validation_loss);
    card->body()->addWidget(loss_, 1);
    bar_ = new ChartBar(card);
    card->body()->addWidget(bar_);
    feeds_[smoothFeed_].feed.setSmoothing(bar_->smoothing());
    connect(bar_, &ChartBar::smoothingChanged, this, [this](double weight) {
        feeds_[smoothFeed_].feed.setSmoothing(weight);
        Q_EMIT smoothingChanged(weight);
    });
    connect(bar_, &ChartBar::placesChanged, this, &LiveCharts::placesChanged);
    connect(bar_, &ChartBar::logarithmicChanged, this, &LiveCharts::setLogarithmic);
    return card;
}

LineChart* LiveCharts::addSmall(const QString& title, int color, int row, int column,
                                MetricCurve RunState::*metric) {
    auto* card = new Card({}, this);
    card->layout()->setContentsMargins(12, spacing::kUnit, spacing::kUnit, spacing::kHalf);
    auto* chart = new LineChart(title, card);
    feed(chart, chart->addCurve({.name = title, .color = color}), metric);
    chart->setCompact(true, row == kLastRow);
    chart->setRoomForNumbers(QStringLiteral("10,000"));
    chart->setMinimumWidth(kLeastSmall);  // three columns fit into the least window
    card->body()->addWidget(chart);
    static_cast<QGridLayout*>(layout())->addWidget(card, row, column);
    return chart;
}

void LiveCharts::feed(LineChart* chart, int curve, MetricCurve RunState::*metric) {
    feeds_.push_back({CurveFeed(*chart, curve), metric});
}

std::vector<LineChart*> LiveCharts::charts() const {
    std::vector<LineChart*> all = {loss_, rate_, norm_, speed_, memory_};
    const auto range = range_->charts();
    all.insert(all.end(), range.begin(), range.end());
    all.insert(all.end(), others_.begin(), others_.end());
    return all;
}

void LiveCharts::linkAll() {
    LineChart::link(charts());
    zooms_ = new ZoomOrder(charts(), this);
    connect(zooms_, &ZoomOrder::changed, this, [this] { bar_->setCanUndo(zooms_->canUndo()); });
    connect(bar_, &ChartBar::undoRequested, zooms_, &ZoomOrder::undo);
    for (LineChart* chart : charts())
        bar_->saveButton()->addChart(*chart, chart == memory_ ? tr("Memory") : chart->chartTitle());
}

double LiveCharts::smoothing() const {
    return bar_->smoothing();
}

void LiveCharts::setSmoothing(double weight) {
    bar_->setSmoothing(weight);
}

void LiveCharts::setPlaces(const RunState& state) {
    const PlaceKind kind = bar_->placeKind();
    const bool isLogarithmic = bar_->hasLogarithmicPlaces();
    if (kind == places_ && isLogarithmic == hasLogarithmicPlaces_)
        return;
    const auto convert = [&state, kind, former = places_.value_or(kind)](double place) {
        return convertedPlace(place, former, kind, state);
    };
    for (LineChart* chart : charts())
        chart->setPlaceAxis({.name = placeColumnName(kind),
                             .format = [kind](double place) { return placeText(kind, place); },
                             .isLogarithmic = isLogarithmic,
                             .isWhole = kind == PlaceKind::Step || kind == PlaceKind::Tokens},
                            convert);
    places_ = kind;
    hasLogarithmicPlaces_ = isLogarithmic;
}

void LiveCharts::setLogarithmic(bool isLogarithmic) {
    for (LineChart* chart : {loss_, norm_})
        chart->setLogarithmic(isLogarithmic);
}

void LiveCharts::setMemoryUnit(const MemoryUnit& unit) {
    if (unit.bytes == memoryUnit_.bytes)
        return;
    memory_->scaleValues(memoryUnit_.bytes / unit.bytes);
    memoryUnit_ = unit;
    const QString title = tr("Memory (%1)").arg(unit.name);
    memory_->setTitle(title);
    memory_->setCurveName(0, title);
    memory_->setValueFormat([unit](double value) { return memoryText(value, unit); });
    feeds_[memoryFeed_].feed.setUnit(unit.bytes);
}

void LiveCharts::showMemory(const RunState& state) {
    const double predicted = state.started ? static_cast<double>(state.started->predicted_peak_bytes) : 0.0;
    const double largest = std::max(predicted, static_cast<double>(state.peak_bytes));
    setMemoryUnit(memoryUnitFor(largest));
    if (predicted > 0.0)
        memory_->setLevel(predicted / memoryUnit_.bytes, tr("predicted"));
    else
        memory_->setLevel(std::numeric_limits<double>::quiet_NaN(), {});
}

void LiveCharts::showState(const RunState& state) {
    setPlaces(state);
    showMemory(state);
    for (auto& [feed, metric] : feeds_)
        feed.show(state.*metric, state, bar_->placeKind());
    showRange(state);
}

void LiveCharts::showRange(const RunState& state) {
    range_->showState(state, bar_->placeKind());
    range_->setVisible(state.hasSixteenBits());
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->setColumnStretch(kRangeColumn, state.hasSixteenBits() ? 1 : 0);
}

}  // namespace tunebench::ui
