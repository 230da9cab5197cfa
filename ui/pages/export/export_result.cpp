#include "ui/pages/export/export_result.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/status_pill.h"

namespace tunebench::ui {
namespace {

constexpr double kRounding = 1e-4;  // of the largest logit: what adding up in another order explains

/// 99.98 % is not all of them.
QString agreementText(const ExportReport& report) {
    const bool isAll = report.top1_agreement >= 1.0;
    return QStringLiteral("%1 %").arg(isAll ? QStringLiteral("100")
                                            : QString::number(100 * report.top1_agreement, 'f', 2));
}

QString comparedText(const ExportReport& report) {
    if (report.compared_on == "validation")
        return ExportResult::tr("%1 tokens of %2 validation examples")
            .arg(report.compared_tokens)
            .arg(report.compared_sequences);
    return ExportResult::tr("%1 fixed tokens, for want of validation data").arg(report.compared_tokens);
}

}  // namespace

Agreement agreementOf(const ExportReport& report) {
    if (!(report.max_logit_difference <= report.tolerance))  // NaN is no agreement
        return Agreement::Different;
    return report.max_logit_difference <= kRounding ? Agreement::Equal : Agreement::Close;
}

QString agreementSentence(const ExportReport& report) {
    const QString share = agreementText(report);
    if (report.max_logit_difference == 0.0)
        return ExportResult::
            tr("The files answer exactly as the trained model does: read back and asked for the next token "
               "after each of %1, they gave the same numbers.")
                .arg(comparedText(report));
    switch (agreementOf(report)) {
        case Agreement::Equal:
            return ExportResult::tr(
                       "The files answer as the trained model does. Read back and asked for the next token "
                       "after each of %1, they chose the same one in %2 of the cases; what differs in the "
                       "numbers is rounding.")
                .arg(comparedText(report), share);
        case Agreement::Close:
            return ExportResult::tr(
                       "The files answer almost as the trained model does: this format stores the numbers "
                       "less precisely. Read back and asked for the next token after each of %1, they chose "
                       "the same one in %2 of the cases. Look at a few answers before you rely on it.")
                .arg(comparedText(report), share);
        case Agreement::Different:
            break;
    }
    return ExportResult::tr("The files do not answer as the trained model does. Do not use them.");
}

ExportResult::ExportResult(QWidget* parent) : Card(tr("Written, read back and compared"), parent) {
    verdict_ = new StatusPill(this);
    header()->addWidget(verdict_);
    sentence_ = makeLabel({}, TextRole::Body, this);
    sentence_->setWordWrap(true);
    sentence_->setObjectName(QStringLiteral("export_sentence"));
    body()->addWidget(sentence_);
    body()->addWidget(buildNumbers());
    notice_ = makeLabel({}, TextRole::Caption, this);
    notice_->setWordWrap(true);
    body()->addWidget(notice_);
    files_ = makeLabel({}, TextRole::Code, this);
    files_->setObjectName(QStringLiteral("export_files"));
    files_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    files_->setWordWrap(true);
    body()->addWidget(files_);
    auto* open = new QPushButton(icon(QStringLiteral("folder")), tr("Open folder"), this);
    connect(open, &QPushButton::clicked, this, &ExportResult::openFolder);
    body()->addWidget(open, 0, Qt::AlignLeft);
}

QWidget* ExportResult::buildNumbers() {
    auto* numbers = new QWidget(this);
    auto* row = new QHBoxLayout(numbers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    tokens_ = new StatTile(tr("Same next token"), numbers);
    tokens_->setObjectName(QStringLiteral("export_top1"));
    divergence_ = new StatTile(tr("Mean KL divergence"), numbers);
    divergence_->setObjectName(QStringLiteral("export_kl"));
    divergence_->setToolTip(
        tr("How far the predicted probabilities have moved, averaged over the tokens. 0: not "
           "at all; below 0.01 nobody notices it in the answers."));
    logits_ = new StatTile(tr("Largest logit difference"), numbers);
    logits_->setObjectName(QStringLiteral("export_logits"));
    logits_->setToolTip(
        tr("Logits are the raw scores of the possible next tokens, before they become "
           "probabilities. The worst of all that were compared."));
    for (StatTile* tile : {tokens_, divergence_, logits_})
        row->addWidget(tile, 1);
    return numbers;
}

void ExportResult::showReport(const ExportReport& report) {
    switch (agreementOf(report)) {
        case Agreement::Equal:
            verdict_->setStatus(tr("Equal"), PillTone::Good);
            break;
        case Agreement::Close:
            verdict_->setStatus(tr("Close"), PillTone::Warning);
            break;
        case Agreement::Different:
            verdict_->setStatus(tr("Different"), PillTone::Bad);
            break;
    }
    sentence_->setText(agreementSentence(report));
    tokens_->setValue(agreementText(report), tr("of %1 tokens").arg(report.compared_tokens));
    divergence_->setValue(shortNumber(report.mean_kl), tr("nats a token"));
    logits_->setValue(shortNumber(report.max_logit_difference_absolute),
                      tr("%1 relative; up to %2 is allowed")
                          .arg(shortNumber(report.max_logit_difference), shortNumber(report.tolerance)));
    QStringList notes;
    for (const auto& note : report.notes)
        notes << toQt(note);
    notice_->setText(notes.join(QLatin1Char('\n')));
    notice_->setVisible(!notes.isEmpty());
    folder_ = toQt(report.out);
    QStringList lines{tr("%1 (%2)").arg(folder_, bytesText(report.bytes))};
    for (const auto& file : report.files)
        lines << QStringLiteral("    ") + toQt(file);
    files_->setText(lines.join(QLatin1Char('\n')));
    show();
}

void ExportResult::openFolder() const {
    QDesktopServices::openUrl(QUrl::fromLocalFile(folder_));
}

}  // namespace tunebench::ui
