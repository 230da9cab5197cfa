#include "ui/pages/live/run_tiles.h"

#include <QHBoxLayout>

#include "ui/text/numbers.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/stat_tile.h"

namespace tunebench::ui {

RunTiles::RunTiles(QWidget* parent) : QWidget(parent) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kUnit);
    loss_ = new StatTile(tr("Training loss"), this);
    validation_ = new StatTile(tr("Validation loss"), this);
    speed_ = new StatTile(tr("Speed"), this);
    memory_ = new StatTile(tr("Peak memory"), this);
    for (StatTile* tile : {loss_, validation_, speed_, memory_})
        layout->addWidget(tile, 1);
}

void RunTiles::showState(const RunState& state) {
    const QString nothing = QStringLiteral("–");
    const auto& step = state.last_step;
    loss_->setValue(step ? lossText(step->loss) : nothing,
                    step ? tr("gradient norm %1").arg(shortNumber(step->gradient_norm)) : QString());
    const auto& evaluation = state.last_evaluation;
    const auto& best = state.best_evaluation;
    validation_->setValue(
        evaluation ? lossText(evaluation->loss) : nothing,
        best ? tr("best %1 at step %L2").arg(lossText(best->loss)).arg(static_cast<qlonglong>(best->step))
             : QString());
    speed_->setValue(step ? speedText(step->tokens_per_second) : nothing,
                     step ? tr("%1 a step").arg(durationText(step->step_seconds)) : QString());
    const std::uint64_t predicted = state.started ? state.started->predicted_peak_bytes : 0;
    memory_->setValue(state.peak_bytes > 0 ? bytesText(state.peak_bytes) : nothing,
                      predicted > 0 ? tr("predicted %1").arg(bytesText(predicted)) : QString());
}

}  // namespace tunebench::ui
