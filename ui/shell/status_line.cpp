#include "ui/shell/status_line.h"

#include "ui/pages/live_page.h"
#include "ui/shell/active_work.h"
#include "ui/shell/shell.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/workbench.h"

namespace tunebench::ui {

StatusLine::StatusLine(Shell& shell, QWidget* parent) : QLabel(parent), shell_(shell) {
    setFont(fontFor(TextRole::Caption, font()));
    setMuted(this);
    setContentsMargins(spacing::kUnit, 0, spacing::kUnit, 0);
    const auto update = [this] { setText(sentence()); };
    connect(&shell.work(), &ActiveWork::changed, this, update);
    connect(&shell.work(), &ActiveWork::progressed, this, update);
    update();
}

QString StatusLine::sentence() const {
    const auto* live = shell_.made<LivePage>();
    if (live == nullptr || !live->hasActiveRun())
        return tr("No run is active · data in %1").arg(toQt(shell_.workbench().dataFolder()));
    const RunState& state = live->state();
    QString text = phaseText(state.phase);
    if (state.last_step && state.started) {
        const auto total = state.started->total_steps;  // 0: the clock ends it
        const auto step = static_cast<qlonglong>(state.last_step->step);
        text += total > 0 ? tr(" · step %L1 of %L2").arg(step).arg(static_cast<qlonglong>(total))
                          : tr(" · step %L1").arg(step);
        text += tr(" · loss %1").arg(lossText(state.last_step->loss));
    }
    return text;
}

}  // namespace tunebench::ui
