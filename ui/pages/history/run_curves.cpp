#include "ui/pages/history/run_curves.h"

#include <array>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/charts/line_chart.h"
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

constexpr std::array<MetricTitle, 10> kMetricTitles = {{
    {"loss", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Training loss")},
    {"validation_loss", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Validation loss")},
    {"learning_rate", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Learning rate")},
    {"gradient_norm", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Gradient norm")},
    {"loss_scale", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Loss scale")},
    {"gradient_underflow", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Gradient underflow (share)")},
    {"gradient_overflow", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Gradient overflow (share)")},
    {"skipped_steps", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Skipped steps")},
    {"tokens_per_second", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Tokens per second")},
    {"memory_bytes", QT_TRANSLATE_NOOP("tunebench::ui::RunCurves", "Memory (bytes)")},
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
    metric_ = new ComboEdit(this);
    metric_->setObjectName(QStringLiteral("metric"));
    metric_->setAccessibleName(tr("Metric"));
    metric_->addItem(metricTitle("loss"), QStringLiteral("loss"));
    limit_ = makeLabel({}, TextRole::Caption, this);
    logarithmic_ = new QCheckBox(tr("Logarithmic"), this);
    header()->addWidget(metric_);
    header()->addStretch(1);
    header()->addWidget(limit_);
    header()->addWidget(logarithmic_);
    body()->addWidget(chart_, 1);
    chart_->setValueFormat(shortNumber);
    connect(metric_, &QComboBox::currentIndexChanged, this, &RunCurves::metricChanged);
    connect(logarithmic_, &QCheckBox::toggled, chart_, &LineChart::setLogarithmic);
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

void RunCurves::show(const std::vector<ComparedRun>& runs, const QStringList& names, int chosen) {
    chart_->removeCurves();
    chart_->setPlaceholder(runs.empty() ? tr("Choose runs in the table to lay their curves over each other")
                                        : tr("The chosen runs have no values of this metric"));
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const ComparedRun& run = runs[i];
        if (!run.error.empty())
            continue;
        const auto style = run.steps.size() <= kFewPoints ? CurveStyle::Points : CurveStyle::Thin;
        const int curve = chart_->addCurve(
            {.name = names.at(static_cast<qsizetype>(i)), .color = static_cast<int>(i), .style = style});
        chart_->setCurve(curve, run.steps, run.values);
    }
    const int drawn = static_cast<int>(runs.size());
    limit_->setText(drawn < chosen ? tr("The first %1 of %2 chosen runs").arg(drawn).arg(chosen) : QString());
}

}  // namespace tunebench::ui
