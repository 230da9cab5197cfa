#include "ui/forms/estimate_panel.h"

#include <algorithm>
#include <map>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "ui/text/core_sentence.h"
#include "ui/text/core_text.h"
#include "ui/text/numbers.h"
#include "ui/text/unbroken.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/stacked_bar.h"
#include "ui/widgets/status_pill.h"

namespace tunebench::ui {
namespace {

constexpr std::uint64_t kLeastShown = 1024;  // less is a scalar or two: a row of nothing

/// A square in a curve's colour that follows the theme.
class Swatch : public QWidget {
public:
    Swatch(int color, QWidget* parent) : QWidget(parent), color_(color) { setFixedSize(10, 10); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const Colors& colors = colorsFor(palette());
        painter.setBrush(colors.series[static_cast<std::size_t>(color_) % colors.series.size()]);
        painter.drawRoundedRect(rect(), 3, 3);
    }

private:
    int color_;
};

QString capitalized(std::string_view name) {
    QString text = coreText(name);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

const MemoryPhase* peakPhase(const MemoryEstimate& estimate) {
    const auto it = std::find_if(estimate.phases.begin(), estimate.phases.end(),
                                 [&](const MemoryPhase& phase) { return phase.name == estimate.peak_phase; });
    return it == estimate.phases.end() ? nullptr : &*it;
}

QString helpOfRule() {
    return EstimatePanel::tr(
        "The rule of thumb counts weights, gradients and optimizer states of N parameters with "
        "B bytes each. Activations, temporaries and frozen weights are not in it.");
}

void clearGrid(QGridLayout* grid) {
    while (QLayoutItem* item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

}  // namespace

int seriesOfItem(std::string_view item) {
    constexpr int kOther = 7;
    // More than there are looks: those that share one hardly ever are in one run.
    static const std::map<std::string_view, int> kSeries = {
        {"weights", 0},     {"quantized weights", 5}, {"averaged weights", 2}, {"optimizer states", 1},
        {"batch", 2},       {"gradients", 3},         {"activations", 4},      {"loss", 5},
        {"temporaries", 6}, {"workspace", kOther},    {"rounding", kOther}};
    const auto known = kSeries.find(item);
    return known == kSeries.end() ? kOther : known->second;
}

EstimatePanel::EstimatePanel(QWidget* parent) : Card(tr("Memory"), parent) {
    pill_ = new StatusPill(this);
    header()->addWidget(pill_);
    nothing_ = makeLabel({}, TextRole::Caption, this);
    nothing_->setWordWrap(true);
    body()->addWidget(nothing_);
    build();
    showNothing(tr("Choose a model to see what the run will need."));
}

void EstimatePanel::build() {
    content_ = new QWidget(this);
    body()->addWidget(content_);
    auto* layout = new QVBoxLayout(content_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kUnit);
    auto* numbers = new QHBoxLayout;
    total_ = makeLabel({}, TextRole::Title, content_);
    total_->setObjectName(QStringLiteral("estimate_total"));
    available_ = makeLabel({}, TextRole::Caption, content_);
    numbers->addWidget(total_, 0, Qt::AlignBaseline);
    numbers->addWidget(available_, 1, Qt::AlignBaseline);
    layout->addLayout(numbers);
    bar_ = new StackedBar(content_);
    range_ = makeLabel({}, TextRole::Caption, content_);
    range_->setObjectName(QStringLiteral("estimate_range"));
    range_->setWordWrap(true);
    layout->addWidget(range_);
    layout->addWidget(bar_);
    table_ = new QGridLayout;
    table_->setHorizontalSpacing(spacing::kUnit);
    table_->setVerticalSpacing(spacing::kHalf);
    table_->setColumnStretch(1, 1);
    layout->addLayout(table_);
    layout->addSpacing(spacing::kHalf);
    facts_ = new QGridLayout;
    facts_->setHorizontalSpacing(spacing::kUnit);
    facts_->setVerticalSpacing(spacing::kHalf);
    facts_->setColumnStretch(0, 1);
    layout->addLayout(facts_);
    trainable_ = addFact(tr("Trained"));
    checkpoint_ = addFact(tr("A checkpoint"));
    textbook_ = makeLabel({}, TextRole::Caption, content_);
    textbook_->setWordWrap(true);
    textbook_->setToolTip(helpOfRule());
    layout->addWidget(textbook_);
    calibration_ = makeLabel({}, TextRole::Caption, content_);
    calibration_->setObjectName(QStringLiteral("estimate_calibration"));
    calibration_->setWordWrap(true);
    layout->addWidget(calibration_);
    auto* table = new QPushButton(tr("What fits where…"), content_);
    table->setObjectName(QStringLiteral("what_fits_where"));
    table->setToolTip(tr("Every method in every precision on this model"));
    setButtonKind(table, ButtonKind::Link);
    connect(table, &QPushButton::clicked, this, &EstimatePanel::tableRequested);
    layout->addWidget(table, 0, Qt::AlignLeft);
}

QLabel* EstimatePanel::addFact(const QString& name) {
    const int row = facts_->rowCount();
    facts_->addWidget(makeLabel(name, TextRole::Caption, content_), row, 0);
    QLabel* value = makeLabel({}, TextRole::Body, content_);
    facts_->addWidget(value, row, 1, Qt::AlignRight);
    return value;
}

void EstimatePanel::showNothing(const QString& reason) {
    fit_ = Fit::Unknown;
    pill_->setStatus({}, PillTone::Neutral);
    content_->hide();
    nothing_->setText(reason);
    nothing_->show();
}

void EstimatePanel::showEstimate(const MemoryEstimate& estimate, std::uint64_t limit,
                                 const MemoryCalibration& calibration, bool isLimitAsked) {
    const MemoryPhase* phase = peakPhase(estimate);
    if (phase == nullptr) {
        showNothing(tr("No estimate."));
        return;
    }
    const std::uint64_t expected = calibration.corrected(estimate.peak_bytes);
    fit_ = fit_of(expected, limit);
    pill_->setStatus(fit_ == Fit::Fits       ? tr("Fits")
                     : fit_ == Fit::Tight    ? tr("Tight")
                     : fit_ == Fit::TooLarge ? tr("Does not fit")
                                             : QString(),
                     fit_ == Fit::Fits    ? PillTone::Good
                     : fit_ == Fit::Tight ? PillTone::Warning
                                          : PillTone::Bad);
    total_->setText(bytesText(expected));
    const QString text = isLimitAsked ? tr("of %1") : tr("of %1 available");
    available_->setText(limit > 0 ? text.arg(bytesText(limit)) : QString());
    showRange(estimate.peak_bytes, calibration);
    fillTable(*phase);
    trainable_->setText(trainableText(estimate.trainable_parameters, estimate.total_parameters));
    checkpoint_->setText(bytesText(estimate.checkpoint_bytes));
    textbook_->setText(
        tr("Largest in the phase “%1”. Rule of thumb: %2.")
            .arg(coreText(estimate.title_of(estimate.peak_phase)), coreSentence(estimate.textbook)));
    showCalibration(estimate.peak_bytes, calibration);
    nothing_->hide();
    content_->show();
}

void EstimatePanel::showPhases(const MemoryEstimate& estimate, const std::optional<MemoryPhase>& exporting) {
    QStringList lines;
    for (const MemoryPhase& phase : estimate.phases)
        lines += QStringLiteral("%1: %2").arg(capitalized(estimate.title_of(phase.name)),
                                              bytesText(phase.bytes()));
    if (exporting)
        lines += tr("%1: %2, after the run, as a model of its own when that is asked for")
                     .arg(capitalized(exporting->name), bytesText(exporting->bytes()));
    lines +=
        tr("The first step takes no more than those after it: the optimizer makes its states when it first "
           "updates.");
    textbook_->setToolTip(lines.join(QLatin1Char('\n')) + QStringLiteral("\n\n") + helpOfRule());
}

void EstimatePanel::showRange(std::uint64_t peak, const MemoryCalibration& calibration) {
    const MemoryRange range = calibration.range(peak);
    // Numbers stay with their units, and the last word does not stand alone.
    const QString share = QString::number(qRound(100.0 * calibration.uncertainty));
    QString text =
        tr("Likely %1 to %2: it may be %3 % off.")
            .arg(unbrokenAmount(bytesText(range.low)), unbrokenAmount(bytesText(range.high)), share);
    range_->setText(text.replace(QLatin1String(" % "), QStringLiteral("\u00a0%\u00a0")));
    range_->setToolTip(calibration.runs > 0
                           ? tr("By how much one of the runs that finished here went beyond the others.")
                           : tr("A bound until three runs have finished here."));
}

void EstimatePanel::showCalibration(std::uint64_t peak, const MemoryCalibration& calibration) {
    calibration_->setVisible(calibration.runs > 0);
    const std::uint64_t more = calibration.corrected(peak) - peak;
    const QString runs = QString::number(calibration.runs);
    calibration_->setText(
        more > 0
            ? tr("%1 of it by experience: the median of %2 finished runs here.").arg(bytesText(more), runs)
            : tr("%1 finished runs took no more than predicted here.").arg(runs));
    calibration_->setToolTip(
        calibration.beside > 0
            ? tr("The process itself took %1 beside its tensors.").arg(bytesText(calibration.beside))
            : QString());
}

void EstimatePanel::fillTable(const MemoryPhase& phase) {
    clearGrid(table_);
    std::vector<BarPart> parts;
    int row = 0;
    for (const auto& item : phase.items) {
        if (item.bytes < kLeastShown)
            continue;
        const int series = seriesOfItem(item.name);
        parts.push_back({capitalized(item.name), static_cast<double>(item.bytes), series});
        auto* swatch = new Swatch(series, content_);
        QLabel* name = makeLabel(capitalized(item.name), TextRole::Body, content_);
        QLabel* bytes = makeLabel(bytesText(item.bytes), TextRole::Body, content_);
        for (QWidget* widget :
             {static_cast<QWidget*>(swatch), static_cast<QWidget*>(name), static_cast<QWidget*>(bytes)})
            widget->setToolTip(coreText(item.formula));
        table_->addWidget(swatch, row, 0, Qt::AlignVCenter);
        table_->addWidget(name, row, 1);
        table_->addWidget(bytes, row, 2, Qt::AlignRight);
        ++row;
    }
    bar_->setParts(std::move(parts), 0.0);
}

}  // namespace tunebench::ui
