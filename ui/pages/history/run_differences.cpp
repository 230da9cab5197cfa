#include "ui/pages/history/run_differences.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/pages/history/run_delegate.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {

RunDifferences::RunDifferences(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    note_ = makeLabel({}, TextRole::Caption, this);
    note_->setWordWrap(true);
    note_->setMargin(12);
    note_->setAlignment(Qt::AlignCenter);
    layout->addWidget(note_);
    model_ = new DifferenceModel(this);
    table_ = new QTableView(this);
    table_->setObjectName(QStringLiteral("differences"));
    table_->setAccessibleName(tr("Settings in which the runs differ"));
    styleTable(table_);
    table_->setModel(model_);
    table_->horizontalHeader()->setStretchLastSection(true);
    layout->addWidget(table_, 1);
    show({});
}

void RunDifferences::show(const std::vector<NamedConfig>& runs) {
    model_->setRuns(runs);
    const bool hasRows = model_->rowCount() > 0 && runs.size() > 1;
    table_->setVisible(hasRows);
    table_->resizeColumnsToContents();
    note_->setVisible(!hasRows);
    note_->setText(runs.size() < 2 ? tr("Choose two or more runs to see in which settings they differ.")
                                   : tr("These runs have the same settings."));
}

}  // namespace tunebench::ui
