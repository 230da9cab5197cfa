#include "ui/pages/history/details/step_memory_card.h"

#include <array>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include "ui/charts/chart_save_button.h"
#include "ui/charts/stacked_chart.h"
#include "ui/text/core_text.h"
#include "ui/text/memory_unit.h"
#include "ui/text/numbers.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

/// In which the axes count.
struct Units {
    bool areMilliseconds = false;
    MemoryUnit memory = {};
    double perSecond() const { return areMilliseconds ? 1e3 : 1.0; }
};

Units unitsOf(const StepTimeline& timeline) {
    return {.areMilliseconds = timeline.moments.back().seconds < 1.0,
            .memory = memoryUnitFor(static_cast<double>(peak_of(timeline)->total()))};
}

QString phaseName(const MemoryMoment& moment) {
    return moment.phase ? coreText(step_phase_text(*moment.phase)) : QString();
}

/// In the order of MemoryUse.
std::array<QString, kMemoryUses> useNames() {
    return {StepMemoryCard::tr("Weights"), StepMemoryCard::tr("Optimizer states"),
            StepMemoryCard::tr("Gradients"), StepMemoryCard::tr("Activations"), StepMemoryCard::tr("Other")};
}

StackedContent contentOf(const StepTimeline& timeline, const Units& units) {
    StackedContent content;
    const auto names = useNames();
    for (std::size_t use = 0; use < kMemoryUses; ++use)
        content.layers.push_back({.name = names[use], .series = static_cast<int>(use)});
    const MemoryMoment* before = nullptr;
    for (const MemoryMoment& moment : timeline.moments) {
        const double place = moment.seconds * units.perSecond();
        content.places.push_back(place);
        for (std::size_t use = 0; use < kMemoryUses; ++use)
            content.layers[use].values.push_back(static_cast<double>(moment.bytes[use]) / units.memory.bytes);
        if (before == nullptr || before->phase != moment.phase)
            content.sections.push_back({place, phaseName(moment)});
        before = &moment;
    }
    return content;
}

}  // namespace

StepMemoryCard::StepMemoryCard(QWidget* parent) : Card(tr("Memory of one step"), parent) {
    setObjectName(QStringLiteral("step_memory"));
    layout()->setContentsMargins(12, spacing::kUnit, 12, 12);  // its title below those of the other cards
    chart_ = new StackedChart(tr("Memory of one step"), this);
    chart_->setObjectName(QStringLiteral("step_memory_chart"));
    chart_->setToolTip(tr("What tensors take of memory while one step is computed, by what it is for"));
    save_ = new ChartSaveButton(this);
    save_->addChart(*chart_, tr("Memory of one step"));
    header()->addWidget(save_);
    words_ = makeLabel({}, TextRole::Caption, this);
    words_->setObjectName(QStringLiteral("step_memory_words"));
    words_->setWordWrap(true);
    body()->addWidget(words_);
    body()->addWidget(chart_);
    connect(chart_, &StackedChart::shownPlaceChanged, this, &StepMemoryCard::showWords);
}

void StepMemoryCard::setTimeline(std::optional<StepTimeline> timeline) {
    timeline_ = std::move(timeline);
    setVisible(timeline_.has_value());
    if (!timeline_)
        return chart_->setContent({});
    const Units units = unitsOf(*timeline_);
    setSummary(tr("step %L1").arg(timeline_->step));
    chart_->setTitles(units.areMilliseconds ? tr("time (ms)") : tr("time (s)"), units.memory.name,
                      tr("Phase"));
    chart_->setFormat([unit = units.memory](double value) { return memoryText(value, unit); });
    chart_->setContent(contentOf(*timeline_, units));
}

void StepMemoryCard::showWords() {
    const int place = chart_->shownPlace();
    if (!timeline_ || place < 0)
        return words_->setText({});
    const MemoryMoment& moment = timeline_->moments[static_cast<std::size_t>(place)];
    const Units units = unitsOf(*timeline_);
    const QString time = shortNumber(moment.seconds * units.perSecond()) +
                         (units.areMilliseconds ? QStringLiteral(" ms") : QStringLiteral(" s"));
    QStringList parts{
        (chart_->hasCursor() ? tr("At %1: %2") : tr("Peak at %1: %2")).arg(time, bytesText(moment.total())),
        phaseName(moment)};
    parts.removeAll(QString());
    words_->setText(parts.join(QStringLiteral(" · ")));
}

}  // namespace tunebench::ui
