#include "ui/pages/live/sample_timeline.h"

#include <QVBoxLayout>

#include "ui/pages/live/run_texts.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/combo_edit.h"

namespace tunebench::ui {
namespace {

constexpr int kLongestTitle = 60;

QString titleOf(const QString& prompt) {
    const QString line = prompt.simplified();
    return line.size() > kLongestTitle ? line.left(kLongestTitle) + QStringLiteral("…") : line;
}

}  // namespace

SampleTimeline::SampleTimeline(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, spacing::kUnit, 12, spacing::kUnit);
    prompts_ = new ComboEdit(this);
    prompts_->setObjectName(QStringLiteral("sample_prompt"));
    prompts_->setAccessibleName(tr("Prompt"));
    prompts_->addItem(tr("All prompts"));
    prompts_->hide();
    row->addWidget(prompts_, 1);
    layout->addLayout(row);
    answers_ = new SamplesView(this);
    layout->addWidget(answers_, 1);
    connect(prompts_, &QComboBox::currentIndexChanged, this, [this](int index) {
        answers_->setPrompt(index > 0 ? std::optional(prompts_->currentData().toString()) : std::nullopt);
    });
}

void SampleTimeline::showState(const RunState& state) {
    offer(state);
    answers_->showState(state);
}

/// With a single prompt there is nothing to choose.
void SampleTimeline::offer(const RunState& state) {
    if (state.samples.empty()) {
        prompts_->setCurrentIndex(0);
        while (prompts_->count() > 1)
            prompts_->removeItem(1);
    }
    for (const auto& sample : state.samples) {
        const QString prompt = toQt(sample.prompt);
        if (prompts_->findData(prompt) < 0)
            prompts_->addItem(titleOf(prompt), prompt);
    }
    prompts_->setVisible(prompts_->count() > 2);
}

}  // namespace tunebench::ui
