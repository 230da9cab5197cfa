#include "ui/pages/setup/setup_side.h"

#include <QVBoxLayout>

#include "ui/forms/estimate_panel.h"
#include "ui/forms/fit_suggestions.h"
#include "ui/forms/largest_list.h"
#include "ui/forms/memory_size_edit.h"
#include "ui/pages/setup/length_panel.h"
#include "ui/pages/setup/start_panel.h"
#include "ui/text/core_sentence.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {
namespace {

constexpr int kSideWidth = 304;

}  // namespace

SetupSide::SetupSide(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setFixedWidth(kSideWidth);
    auto* side = new QWidget(this);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, spacing::kWide);
    layout->setSpacing(spacing::kWide);
    start_ = new StartPanel(side);
    estimate_ = new EstimatePanel(side);
    memorySize_ = new MemorySizeEdit(estimate_);
    memorySize_->hide();
    estimate_->body()->addWidget(memorySize_);
    suggestions_ = new FitSuggestions(estimate_);
    estimate_->body()->addWidget(suggestions_);
    largest_ = new LargestList(estimate_);
    estimate_->body()->addWidget(largest_);
    length_ = new LengthPanel(side);
    layout->addWidget(start_);
    layout->addWidget(length_);
    layout->addWidget(estimate_);
    layout->addStretch(1);
    setWidget(side);
    viewport()->setAutoFillBackground(false);
    side->setAutoFillBackground(false);
}

void SetupSide::showCheck(const SetupCheck& check) {
    if (!check.estimate) {
        estimate_->showNothing(check.model ? tr("No estimate: the model cannot be read.")
                                           : tr("Choose a model to see what the run will need."));
    } else if (*check.estimate) {
        estimate_->showEstimate(**check.estimate, check.limit_bytes(), check.calibration,
                                check.asked_bytes > 0);
        estimate_->showPhases(**check.estimate, check.exporting);
    } else {
        estimate_->showNothing(coreSentence((*check.estimate).error().message));
    }
    memorySize_->setVisible(check.estimate && *check.estimate);
    // What would make it fit comes a little later.
    if (estimate_->fit() != Fit::TooLarge)
        suggestions_->showFit(std::nullopt);
}

void SetupSide::showLargest(const LargestAnswer& answer) {
    suggestions_->showFit(answer.fit);
    largest_->showLargest(answer.values, answer.model);
}

void SetupSide::flashEstimate() {
    ensureWidgetVisible(estimate_);
    estimate_->flash();
}

}  // namespace tunebench::ui
