#include "ui/pages/settings/calibration_card.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/run/memory_calibration.h"
#include "ui/text/core_sentence.h"
#include "ui/text/numbers.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

QString learnedText(const QString& device, const MemoryCalibration& learned) {
    QString text =
        learned.factor > 1.0
            ? CalibrationCard::tr("%1: %2 more than predicted, the median of %3 runs.")
                  .arg(device, shareText(learned.factor - 1.0))
                  .arg(learned.runs)
            : CalibrationCard::tr("%1: no more than predicted in %2 runs.").arg(device).arg(learned.runs);
    if (learned.beside > 0)
        text += QLatin1Char(' ') +
                CalibrationCard::tr("The process took %1 beside its tensors.").arg(bytesText(learned.beside));
    return text;
}

}  // namespace

CalibrationCard::CalibrationCard(std::filesystem::path dataFolder, QWidget* parent)
    : Card(tr("Memory estimate"), parent), dataFolder_(std::move(dataFolder)), task_(this) {
    text_ = makeLabel({}, TextRole::Body, this);
    text_->setObjectName(QStringLiteral("calibration_text"));
    text_->setWordWrap(true);
    body()->addWidget(text_);
    forget_ = new QPushButton(tr("Forget these runs"), this);
    forget_->setObjectName(QStringLiteral("forget_calibration"));
    forget_->setToolTip(tr("Estimates are no longer corrected; the runs stay in the history"));
    body()->addWidget(forget_, 0, Qt::AlignLeft);
    connect(forget_, &QPushButton::clicked, this, &CalibrationCard::forget);
    showCalibrations({});
}

void CalibrationCard::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    read();
}

void CalibrationCard::read() {
    task_.start([folder = dataFolder_](const CancelToken&) { return memory_calibrations(folder); },
                [this](const MemoryCalibrations& calibrations) { showCalibrations(calibrations); });
}

void CalibrationCard::showCalibrations(const MemoryCalibrations& calibrations) {
    QStringList lines;
    for (const auto& [device, learned] : {std::pair{tr("On the processor"), calibrations.processor},
                                          {tr("On an accelerator"), calibrations.accelerator}})
        if (learned.runs > 0)
            lines << learnedText(device, learned);
    forget_->setEnabled(!lines.isEmpty());
    text_->setText(lines.isEmpty() ? tr("Corrected by what finished runs took, from the third run on.")
                                   : lines.join(QLatin1Char('\n')));
}

void CalibrationCard::forget() {
    if (const auto forgotten = forget_finished_runs(dataFolder_); !forgotten)
        text_->setText(coreSentence(forgotten.error().message) + QLatin1Char('\n') +
                       coreSentence(forgotten.error().hint));
    else
        read();
}

}  // namespace tunebench::ui
