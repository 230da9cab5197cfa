#include "ui/pages/live/gradient_range.h"

#include <cmath>

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/charts/line_chart.h"
#include "ui/text/numbers.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr QSize kLeastChart = {120, 80};
constexpr double kPercent = 100.0;
constexpr double kOfAPercent = 1.0 / kPercent;

QString percentText(double percent) {
    return shareText(percent / kPercent);
}

QString lossScaleText(double scale) {
    const bool isWhole = scale == std::round(scale);
    return isWhole ? QLocale().toString(scale, 'f', 0) : shortNumber(scale);
}

QString skippedText(std::int64_t steps) {
    if (steps == 0)
        return GradientRange::tr("No step was skipped.");
    if (steps == 1)
        return GradientRange::tr("1 step was skipped: the loss scale was too large for it.");
    return GradientRange::tr("%1 steps were skipped: the loss scale was too large for them.")
        .arg(QLocale().toString(static_cast<qlonglong>(steps)));
}

}  // namespace

QString gradientRangeText(const RunState& state) {
    const std::int64_t skipped = state.last_step ? state.last_step->skipped_steps.value_or(0) : 0;
    const QString help = GradientRange::tr(
        "Underflow: gradients too small for 16 bits lose digits, or become 0. In fp16 a larger or a dynamic "
        "loss scale helps, or bf16.");
    return skippedText(skipped) + QLatin1Char('\n') + help;
}

GradientRange::GradientRange(QWidget* parent) : Card({}, parent) {
    setAccessibleName(tr("Gradients in 16 bits"));
    layout()->setContentsMargins(12, spacing::kUnit, spacing::kUnit, spacing::kUnit);
    shares_ = addChart(tr("Gradients in 16 bits (%)"));
    shares_->setValueFormat(percentText);
    underflow_.emplace(*shares_,
                       shares_->addCurve({.name = tr("underflow"), .color = 0, .style = CurveStyle::Thin}),
                       kOfAPercent);
    overflow_.emplace(*shares_,
                      shares_->addCurve({.name = tr("overflow"), .color = 1, .style = CurveStyle::Thin}),
                      kOfAPercent);
    scale_ = addChart(tr("Loss scale"));
    lossScale_.emplace(*scale_, scale_->addCurve({.name = tr("Loss scale"), .color = 2}));
    scale_->setValueFormat(lossScaleText);
    scale_->setPowersOfTwo();
    scale_->setCompact(true);
    words_ = makeLabel({}, TextRole::Caption, this);
    words_->setObjectName(QStringLiteral("gradient_range"));
    words_->setWordWrap(true);
    body()->addWidget(words_);
}

LineChart* GradientRange::addChart(const QString& title) {
    auto* chart = new LineChart(title, this);
    chart->setMinimumSize(kLeastChart);
    chart->setRoomForNumbers(QStringLiteral("100"));
    body()->addWidget(chart, 1);
    return chart;
}

void GradientRange::showState(const RunState& state, PlaceKind kind) {
    underflow_->show(state.gradient_underflow, state, kind);
    overflow_->show(state.gradient_overflow, state, kind);
    lossScale_->show(state.loss_scale, state, kind);
    words_->setText(gradientRangeText(state));
}

}  // namespace tunebench::ui
