#include "ui/pages/setup/start_panel.h"

#include <algorithm>

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/forms/field_labels.h"
#include "ui/text/core_sentence.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/link_row.h"

namespace tunebench::ui {

StartPanel::StartPanel(QWidget* parent) : Card({}, parent) {
    state_ = makeLabel({}, TextRole::Strong, this);
    state_->setWordWrap(true);
    body()->addWidget(state_);
    rows_ = new QVBoxLayout;
    rows_->setSpacing(0);
    body()->addLayout(rows_);
    start_ = new QPushButton(iconOnAccent(QStringLiteral("play")), tr("Start"), this);
    start_->setObjectName(QStringLiteral("start"));
    setButtonKind(start_, ButtonKind::Primary);
    start_->setMinimumHeight(38);
    start_->setToolTip(tr("Start the run (Ctrl+Return)"));
    connect(start_, &QPushButton::clicked, this, &StartPanel::startRequested);
    body()->addWidget(start_);
    setChecking();
}

void StartPanel::setChecking() {
    // The former findings stay in sight; only starting waits for the new ones.
    start_->setEnabled(false);
    if (rows_->isEmpty())
        state_->setText(tr("Checking…"));
}

void StartPanel::setSummary(const QString& text) {
    start_->setAccessibleDescription(text);
}

void StartPanel::setFindings(const std::vector<Finding>& findings) {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto blocking = std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.severity == Finding::Severity::Blocks;
    });
    for (const auto& finding : findings)
        addRow(finding);
    isBlocked_ = blocking > 0;
    start_->setEnabled(!isBlocked_);
    state_->setText(isBlocked_         ? tr("Before it can start")
                    : findings.empty() ? tr("Ready to start")
                                       : tr("Ready, with remarks"));
}

void StartPanel::addRow(const Finding& finding) {
    const bool isBlocking = finding.severity == Finding::Severity::Blocks;
    auto* row = new LinkRow(isBlocking ? RowTone::Problem : RowTone::Warning,
                            withFieldLabels(coreSentence(finding.message)),
                            withFieldLabels(coreSentence(finding.hint)), this);
    row->setObjectName(QStringLiteral("reason:") + toQt(finding.field));
    connect(row, &LinkRow::clicked, this,
            [this, field = toQt(finding.field)] { Q_EMIT fieldRequested(field); });
    rows_->addWidget(row);
}

}  // namespace tunebench::ui
