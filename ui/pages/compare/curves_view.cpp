#include "ui/pages/compare/curves_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/charts/chart_save_button.h"
#include "ui/pages/compare/group_curves.h"
#include "ui/pages/compare/metric_words.h"
#include "ui/run/history_places.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/combo_edit.h"

namespace tunebench::ui {
namespace {

constexpr int kMetricLength = 11;
constexpr int kWidestMetric = 260;
constexpr double kWeights[] = {0.6, 0.9, 0.99};

QString stepLabel(double step) {
    return QLocale().toString(static_cast<qlonglong>(std::llround(step)));
}

QString timeLabel(double seconds) {
    return durationText(std::max(0.0, seconds));
}

/// Bytes in the unit that suits the largest of them.
MemoryUnit toMemoryUnit(std::vector<StepValues>& runs) {
    double largest = 0.0;
    for (const auto& run : runs)
        for (const double value : run.values)
            largest = std::max(largest, value);
    const MemoryUnit unit = memoryUnitFor(largest);
    for (auto& run : runs)
        for (double& value : run.values)
            value /= unit.bytes;
    return unit;
}

}  // namespace

CurvesView::CurvesView(std::filesystem::path database, QWidget* parent)
    : QWidget(parent), database_(std::move(database)), reading_(this) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kWide, spacing::kUnit, spacing::kWide, spacing::kUnit);
    layout->setSpacing(spacing::kUnit);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    layout->addLayout(row);
    chart_ = new BandChart(tr("Curves of the compared runs"), this);
    buildChoices(row);
    layout->addWidget(chart_, 1);
    note_ = makeLabel({}, TextRole::Caption, this);
    note_->setObjectName(QStringLiteral("curves_note"));
    layout->addWidget(note_);
    connect(chart_, &BandChart::cursorMoved, this, &CurvesView::showValues);
    connect(chart_, &BandChart::noteChanged, this, &CurvesView::showNote);
}

ComboEdit* CurvesView::addChoice(QHBoxLayout* row, const char* objectName, const QString& name) {
    auto* choice = new ComboEdit(this);
    choice->setObjectName(QLatin1String(objectName));
    choice->setAccessibleName(name);
    choice->setToolTip(name);
    row->addWidget(choice);
    return choice;
}

void CurvesView::buildChoices(QHBoxLayout* row) {
    metric_ = addChoice(row, "curve_metric", tr("Metric"));
    metric_->setMinimumContentsLength(kMetricLength);
    metric_->setMaximumWidth(kWidestMetric);
    row->setStretchFactor(metric_, 1);
    along_ = addChoice(row, "curve_along", tr("What runs along"));
    along_->addItem(tr("By steps"), static_cast<int>(PlaceKind::Step));
    along_->addItem(tr("By epochs"), static_cast<int>(PlaceKind::Epoch));
    along_->addItem(tr("By tokens"), static_cast<int>(PlaceKind::Tokens));
    along_->addItem(tr("By time"), static_cast<int>(PlaceKind::Time));
    smoothing_ = addChoice(row, "curve_smoothing", tr("Smoothing: debiased moving average of each run"));
    smoothing_->addItem(tr("As it is"), 0.0);
    for (const double weight : kWeights)
        smoothing_->addItem(tr("EMA %L1").arg(weight), weight);
    band_ =
        addChoice(row, "curve_band",
                  tr("Band around the mean over seeds: the standard deviation, or the confidence interval"));
    band_->addItem(tr("± deviation"), static_cast<int>(Band::Deviation));
    band_->addItem(tr("± 95 % interval"), static_cast<int>(Band::Interval));
    // These never change: each is as wide as the longest of its texts, and no narrower.
    for (ComboEdit* choice : {along_, smoothing_, band_}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        choice->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    row->addStretch(1);
    logarithmic_ = new QCheckBox(tr("Log"), this);
    logarithmic_->setObjectName(QStringLiteral("curve_logarithmic"));
    logarithmic_->setAccessibleName(tr("Logarithmic axis"));
    row->addWidget(logarithmic_);
    save_ = new ChartSaveButton(this);
    save_->addChart(*chart_, tr("Curves"));
    row->addWidget(save_);
    for (ComboEdit* choice : {metric_, along_, smoothing_, band_})
        connect(choice, &QComboBox::currentIndexChanged, this, &CurvesView::read);
    connect(logarithmic_, &QCheckBox::toggled, chart_, &BandChart::setLogarithmic);
}

void CurvesView::setMetrics(const std::vector<std::string>& metrics) {
    const QSignalBlocker silent(metric_);
    const QString chosen = metric_->currentData().toString();
    metric_->clear();
    for (const auto& metric : metrics)
        metric_->addItem(curveName(metric), toQt(metric));
    const int before = metric_->findData(chosen);
    metric_->setCurrentIndex(before >= 0 ? before
                                         : std::max(0, metric_->findData(QStringLiteral("validation_loss"))));
}

void CurvesView::show(const std::vector<std::string>& metrics,
                      std::shared_ptr<const RunComparison> comparison) {
    comparison_ = std::move(comparison);
    setMetrics(metrics);
    band_->setEnabled(comparison_->has_repetitions());
    read();
}

void CurvesView::clear(const QString& why) {
    reading_.cancel();
    comparison_.reset();
    unplaced_.clear();
    chart_->setPlaceholder(why);
    chart_->setCurves({});
}

void CurvesView::read() {
    if (!comparison_)
        return;
    const CurveChoice choice{.band = static_cast<Band>(band_->currentData().toInt()),
                             .smoothing = smoothing_->currentData().toDouble()};
    const auto along = static_cast<PlaceKind>(along_->currentData().toInt());
    reading_.start(
        [database = database_, comparison = comparison_, choice, along,
         metric = metric_->currentData().toString().toStdString()](const CancelToken& cancel) {
            auto read = readCurves(database, comparison->ids, metric, along, cancel);
            const auto unit = isOfMemory(metric) ? std::optional(toMemoryUnit(read.runs)) : std::nullopt;
            return Drawn{.curves = groupCurves(*comparison, std::move(read.runs), choice),
                         .along = along,
                         .unplaced = read.unplaced,
                         .unit = unit};
        },
        [this](Drawn drawn) { showCurves(std::move(drawn)); });
}

void CurvesView::keepZoom(const std::vector<BandCurve>& next) {
    const auto& former = chart_->curves();
    std::optional<std::size_t> longest;
    for (std::size_t i = 0; i < std::min(former.size(), next.size()); ++i)
        if (former[i].name == next[i].name && former[i].x.size() == next[i].x.size() &&
            (!longest || next[i].x.size() > next[*longest].x.size()))
            longest = i;
    if (!longest)
        return chart_->convertPlaces({});
    chart_->convertPlaces([&from = former[*longest].x, &to = next[*longest].x](double place) {
        return placeBetween(from, to, place);
    });
}

void CurvesView::nameAxes(PlaceKind along) {
    const bool isTime = along == PlaceKind::Time;
    QString values = metric_->currentText();
    if (unit_)
        values = QStringLiteral("%1 (%2)").arg(values, unit_->name);
    chart_->setTitles(isTime ? tr("time") : placeColumnName(along), values);
    chart_->setFormats(isTime                      ? timeLabel
                       : along == PlaceKind::Epoch ? shortNumber
                                                   : stepLabel,
                       shortNumber,
                       /*isWholeX=*/along == PlaceKind::Step || along == PlaceKind::Tokens);
}

void CurvesView::showCurves(Drawn drawn) {
    if (std::exchange(drawnAlong_, drawn.along) != drawn.along)
        keepZoom(drawn.curves);
    unplaced_ = unplacedText(drawn.along, drawn.unplaced);
    unit_ = drawn.unit;
    nameAxes(drawn.along);
    chart_->setPlaceholder(tr("The runs have no values of this metric"));
    chart_->setCurves(std::move(drawn.curves));
    showNote();
    showValues(std::nan(""));
}

void CurvesView::showNote() {
    QStringList parts = {unplaced_, chart_->note()};
    parts.removeAll(QString());
    note_->setText(parts.join(QStringLiteral(" · ")));
}

QString CurvesView::valueText(double value) const {
    return unit_ ? memoryText(value, *unit_) : shortNumber(value);
}

QString CurvesView::whatIsShown(double x) const {
    const QString metric = metric_->currentText();
    if (!std::isfinite(x))
        return tr("%1, last").arg(metric);
    if (static_cast<PlaceKind>(along_->currentData().toInt()) == PlaceKind::Step)
        return tr("%1 at step %2").arg(metric, stepLabel(x));
    return tr("%1 at the cursor").arg(metric);
}

void CurvesView::showValues(double x) {
    QStringList values;
    for (std::size_t i = 0; i < chart_->curves().size(); ++i) {
        const auto& curve = chart_->curves()[i];
        const auto value = std::isfinite(x)  ? chart_->valueAt(static_cast<int>(i), x)
                           : curve.y.empty() ? std::nullopt
                                             : std::optional(curve.y.back());
        values << (value ? valueText(*value) : QStringLiteral("–"));
    }
    Q_EMIT valuesShown(whatIsShown(x), values);
}

}  // namespace tunebench::ui
