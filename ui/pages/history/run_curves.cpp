#include "ui/pages/history/run_curves.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/charts/chart_save_button.h"
#include "ui/charts/smoothing.h"
#include "ui/pages/live/chart_bar.h"
#include "ui/run/history_places.h"
#include "ui/text/memory_unit.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/typography.h"
#include "ui/widgets/combo_edit.h"

namespace tunebench::ui {
namespace {

constexpr std::size_t kFewPoints = 100;  // then each is marked

struct MetricTitle {
    const char* metric = nullptr;
    const char* title = nullptr;
};

constexpr std::array<MetricTitle, 11> kMetricTitles = {{
    {"loss", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Training loss")},
    {"validation_loss", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Validation loss")},
    {"learning_rate", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Learning rate")},
    {"gradient_norm", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Gradient norm")},
    {"loss_scale", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Loss scale")},
    {"gradient_underflow", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Gradient underflow (share)")},
    {"gradient_overflow", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Gradient overflow (share)")},
    {"skipped_steps", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Skipped steps")},
    {"tokens_per_second", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Tokens per second")},
    {"memory_bytes", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Memory")},
    {"memory_peak_bytes", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Peak memory")},
}};

QString metricTitle(const std::string& metric) {
    for (const MetricTitle& known : kMetricTitles)
        if (metric == known.metric)
            return RunCurves::tr(known.title);
    return toQt(metric);
}

}  // namespace

RunCurves::RunCurves(QWidget* parent) : Card({}, parent) {
    chart_ = new LineChart({}, this);
    chart_->setAccessibleName(tr("Curves of the chosen runs"));
    chart_->setValueFormat(shortNumber);
    buildHeader();
    body()->addWidget(chart_, 1);
    limit_ = makeLabel({}, TextRole::Caption, this);
    limit_->setObjectName(QStringLiteral("curves_limit"));
    limit_->hide();
    body()->addWidget(limit_);
    connectBar();
    setPlaces(PlaceKind::Step);
}

void RunCurves::buildHeader() {
    metric_ = new ComboEdit(this);
    metric_->setObjectName(QStringLiteral("metric"));
    metric_->setAccessibleName(tr("Metric"));
    metric_->addItem(metricTitle("loss"), QStringLiteral("loss"));
    bar_ = new ChartBar(this);
    bar_->setWords(tr("Smoothing of each run's curve"), tr("Values on a logarithmic axis"));
    bar_->setSmoothing(0.0);
    bar_->saveButton()->addChart(*chart_, tr("Curves of the chosen runs"));
    header()->addWidget(metric_);
    header()->addWidget(bar_, 1);
}

void RunCurves::connectBar() {
    connect(metric_, &QComboBox::currentIndexChanged, this, &RunCurves::choiceChanged);
    connect(bar_, &ChartBar::smoothingChanged, this, &RunCurves::draw);
    connect(bar_, &ChartBar::logarithmicChanged, chart_, &LineChart::setLogarithmic);
    connect(bar_, &ChartBar::placesChanged, this, [this] {
        setPlaces(comparison_.along);  // also whether they are on a logarithmic axis
        if (bar_->placeKind() == asked_)
            return;
        asked_ = bar_->placeKind();
        Q_EMIT choiceChanged();
    });
    const auto tellUndo = [this] { bar_->setCanUndo(chart_->canUndoZoom()); };
    connect(chart_, &LineChart::zoomed, this, tellUndo);
    connect(chart_, &LineChart::zoomUndone, this, tellUndo);
    connect(bar_, &ChartBar::undoRequested, chart_, &LineChart::undoZoom);
}

ChartSaveButton* RunCurves::saveButton() const {
    return bar_->saveButton();
}

PlaceKind RunCurves::placeKind() const {
    return bar_->placeKind();
}

std::string RunCurves::metricName() const {
    return metric_->currentData().toString().toStdString();
}

void RunCurves::setMetrics(const std::vector<std::string>& metrics) {
    const QSignalBlocker blocker(metric_);
    const QString current = metric_->currentData().toString();
    metric_->clear();
    for (const std::string& metric : metrics)
        metric_->addItem(metricTitle(metric), toQt(metric));
    if (metric_->findData(current) < 0)
        metric_->addItem(metricTitle(current.toStdString()), current);
    metric_->setCurrentIndex(metric_->findData(current));
}

void RunCurves::show(Comparison comparison, const QStringList& names, int chosen) {
    if (comparison.along != comparison_.along)
        setPlaces(comparison.along, placesOf(comparison));
    if (comparison.metric != comparison_.metric)
        chart_->followValues();
    comparison_ = std::move(comparison);
    names_ = names;
    const double former = std::exchange(unitBytes_, 1.0);
    setUnit();
    chart_->scaleValues(former / unitBytes_);
    chart_->setPlaceholder(comparison_.runs.empty()
                               ? tr("Choose runs in the table to lay their curves over each other")
                               : tr("The chosen runs have no values of this metric"));
    draw();
    const auto isUnplaced = [](const ComparedRun& run) { return run.places.size() < run.values.size(); };
    say(chosen, static_cast<int>(std::ranges::count_if(comparison_.runs, isUnplaced)));
}

void RunCurves::setUnit() {
    unit_.clear();
    if (!isOfMemory(comparison_.metric))
        return chart_->setValueFormat(shortNumber);
    double largest = 0.0;
    for (const ComparedRun& run : comparison_.runs)
        for (const double value : run.values)
            largest = std::max(largest, value);
    const MemoryUnit unit = memoryUnitFor(largest);
    for (ComparedRun& run : comparison_.runs)
        for (double& value : run.values)
            value /= unit.bytes;
    unit_ = unit.name;
    unitBytes_ = unit.bytes;
    chart_->setValueFormat([unit](double value) { return memoryText(value, unit); });
    if (const int index = metric_->findData(toQt(comparison_.metric)); index >= 0)
        metric_->setItemText(index, QStringLiteral("%1 (%2)").arg(metricTitle(comparison_.metric), unit_));
}

void RunCurves::setPlaces(PlaceKind kind, const LineChart::ConvertPlace& convert) {
    chart_->setPlaceAxis({.name = placeColumnName(kind),
                          .format = [kind](double place) { return placeText(kind, place); },
                          .isLogarithmic = bar_->hasLogarithmicPlaces(),
                          .isWhole = kind == PlaceKind::Step || kind == PlaceKind::Tokens},
                         convert);
    bar_->setCanUndo(chart_->canUndoZoom());
}

LineChart::ConvertPlace RunCurves::placesOf(const Comparison& next) const {
    const ComparedRun* from = nullptr;
    const ComparedRun* to = nullptr;
    for (const ComparedRun& run : next.runs) {
        const auto former = std::ranges::find(comparison_.runs, run.id, &ComparedRun::id);
        if (former == comparison_.runs.end() || former->places.size() != run.places.size() ||
            run.places.empty() || (to != nullptr && run.places.size() <= to->places.size()))
            continue;
        from = &*former;
        to = &run;
    }
    if (to == nullptr || next.metric != comparison_.metric)
        return {};
    return [from, to](double place) { return placeBetween(from->places, to->places, place); };
}

void RunCurves::draw() {
    chart_->removeCurves();
    for (std::size_t i = 0; i < comparison_.runs.size(); ++i) {
        const ComparedRun& run = comparison_.runs[i];
        if (run.error.empty() && run.places.size() == run.values.size())
            addRun(
                run,
                {.name = names_.at(static_cast<qsizetype>(i)), .color = static_cast<int>(i), .unit = unit_});
    }
}

/// Smoothed above what it is the mean of.
void RunCurves::addRun(const ComparedRun& run, const Curve& curve) {
    const bool isSmoothed = bar_->smoothing() > 0.0;
    Curve raw = curve;
    raw.inLegend = !isSmoothed;
    raw.style = isSmoothed                        ? CurveStyle::Faint
                : run.values.size() <= kFewPoints ? CurveStyle::Points
                                                  : CurveStyle::Thin;
    if (isSmoothed)
        raw.name = tr("%1, as it is").arg(curve.name);
    chart_->setCurve(chart_->addCurve(raw), run.places, run.values);
    if (isSmoothed)
        chart_->setCurve(chart_->addCurve(curve), run.places, smoothed(run.values, bar_->smoothing()));
}

void RunCurves::say(int chosen, int unplaced) {
    const int drawn = static_cast<int>(comparison_.runs.size());
    QStringList parts;
    if (drawn < chosen)
        parts << tr("The first %1 of %2 chosen runs").arg(drawn).arg(chosen);
    if (unplaced > 0)
        parts << unplacedText(comparison_.along, unplaced);
    limit_->setText(parts.join(QStringLiteral(" · ")));
    limit_->setVisible(!parts.isEmpty());
}

}  // namespace tunebench::ui
