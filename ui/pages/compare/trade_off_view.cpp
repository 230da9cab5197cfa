#include "ui/pages/compare/trade_off_view.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/charts/chart_save_button.h"
#include "ui/pages/compare/metric_words.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/combo_edit.h"

namespace tunebench::ui {
namespace {

std::optional<double> scaled(const std::optional<double>& value, double unit) {
    return value ? std::optional(*value / unit) : std::nullopt;
}

}  // namespace

TradeOffView::TradeOffView(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kWide, spacing::kUnit, spacing::kWide, spacing::kUnit);
    layout->setSpacing(spacing::kUnit);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    layout->addLayout(row);
    quality_ = addChoice("trade_off_quality", tr("Quality"));
    cost_ = addChoice("trade_off_cost", tr("Cost"));
    row->addWidget(quality_);
    row->addWidget(makeLabel(tr("against"), TextRole::Caption, this));
    row->addWidget(cost_);
    row->addStretch(1);
    logarithmic_ = new QCheckBox(tr("Log cost"), this);
    logarithmic_->setObjectName(QStringLiteral("trade_off_logarithmic"));
    logarithmic_->setAccessibleName(tr("Logarithmic axis of the cost"));
    row->addWidget(logarithmic_);
    chart_ = new ScatterChart(tr("Trade-off of the compared runs"), this);
    chart_->setPlaceholder(tr("No run has values of both"));
    save_ = new ChartSaveButton(this);
    save_->addChart(*chart_, tr("Trade-off"));
    row->addWidget(save_);
    layout->addWidget(chart_, 1);
    note_ = makeLabel({}, TextRole::Caption, this);
    note_->setWordWrap(true);
    layout->addWidget(note_);
    connect(logarithmic_, &QCheckBox::toggled, this, &TradeOffView::draw);
    for (ComboEdit* choice : {quality_, cost_})
        connect(choice, &QComboBox::currentIndexChanged, this, &TradeOffView::draw);
}

ComboEdit* TradeOffView::addChoice(const char* objectName, const QString& name) {
    auto* choice = new ComboEdit(this);
    choice->setObjectName(QLatin1String(objectName));
    choice->setAccessibleName(name);
    choice->setToolTip(name);
    choice->setMinimumWidth(180);
    return choice;
}

void TradeOffView::setChoices(ComboEdit* choice, const char* first) {
    const QSignalBlocker silent(choice);
    const QString before =
        choice->count() > 0 ? choice->currentData().toString() : QString::fromLatin1(first);
    choice->clear();
    for (const auto& metric : comparison_->metrics)
        choice->addItem(metricName(metric), toQt(metric.name));
    choice->setCurrentIndex(std::max(0, choice->findData(before)));
}

const ComparedMetric* TradeOffView::chosen(const ComboEdit* choice) const {
    return comparison_ ? comparison_->metric(choice->currentData().toString().toStdString()) : nullptr;
}

void TradeOffView::show(std::shared_ptr<const RunComparison> comparison) {
    comparison_ = std::move(comparison);
    setChoices(quality_, "best_validation_loss");
    setChoices(cost_, "peak_bytes");
    draw();
}

void TradeOffView::draw() {
    const ComparedMetric* cost = chosen(cost_);
    const ComparedMetric* quality = chosen(quality_);
    if (cost == nullptr || quality == nullptr)
        return chart_->setContent({}, {}, {});
    MetricAxis x = metricAxis(*cost);
    const MetricAxis y = metricAxis(*quality);
    x.axis.isLogarithmic = logarithmic_->isChecked();
    std::vector<ScatterPoint> points;
    for (const auto& point : trade_offs(*comparison_, *cost, *quality))
        points.push_back({.name = toQt(comparison_->groups[point.group].name),
                          .x = point.cost.mean / x.unit,
                          .y = point.quality.mean / y.unit,
                          .xMargin = scaled(point.cost.deviation, x.unit),
                          .yMargin = scaled(point.quality.deviation, y.unit),
                          .series = static_cast<int>(point.group),
                          .isOnFront = point.is_on_front});
    chart_->setContent(std::move(points), x.axis, y.axis);
    QStringList notes{tr("Dashed: the front. No other run costs less and is better.")};
    if (comparison_->has_repetitions())
        notes << tr("Bars: standard deviation over the seeds.");
    if (!chart_->note().isEmpty())
        notes << chart_->note();
    note_->setText(notes.join(QLatin1Char(' ')));
}

}  // namespace tunebench::ui
