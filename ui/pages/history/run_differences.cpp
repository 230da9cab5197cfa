#include "ui/pages/history/run_differences.h"

#include <algorithm>

#include <QHeaderView>
#include <QLabel>
#include <QResizeEvent>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/pages/history/run_delegate.h"
#include "ui/theme/typography.h"
#include "ui/widgets/wrapped_header.h"

namespace tunebench::ui {
namespace {

constexpr int kLeastRun = 92;  // two words of a name beside each other

}  // namespace

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
    (new WrappedHeader(table_))->setStretchLastSection(true);
    table_->viewport()->installEventFilter(this);
    layout->addWidget(table_, 1);
    show({});
}

void RunDifferences::show(const std::vector<NamedConfig>& runs) {
    model_->setRuns(runs);
    const bool hasRows = model_->rowCount() > 0 && runs.size() > 1;
    table_->setVisible(hasRows);
    fitColumns();
    note_->setVisible(!hasRows);
    note_->setText(runs.size() < 2 ? tr("Choose two or more runs to see in which settings they differ.")
                                   : tr("These runs have the same settings."));
}

/// Of many runs with long names each gets its share of the room, and its name several lines.
void RunDifferences::fitColumns() {
    table_->resizeColumnsToContents();
    const int runs = model_->columnCount() - 1;
    if (runs < 1)
        return;
    const int share = (table_->viewport()->width() - table_->columnWidth(0)) / runs;
    for (int column = 1; column <= runs; ++column)
        table_->setColumnWidth(column, std::min(table_->columnWidth(column), std::max(kLeastRun, share)));
    // What the last one has got of the rest is gone until the table changes its size.
    const int rest = table_->viewport()->width() - table_->horizontalHeader()->length();
    if (rest > 0)
        table_->setColumnWidth(runs, table_->columnWidth(runs) + rest);
}

bool RunDifferences::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) {
        const auto* resize = static_cast<QResizeEvent*>(event);
        if (resize->oldSize().width() != resize->size().width())
            fitColumns();
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace tunebench::ui
