#include "ui/forms/fit_table_view.h"

#include <QGridLayout>
#include <QLabel>

#include "ui/forms/fit_cell_button.h"
#include "ui/text/core_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kFirstPrecision = 2;  // the column after name and trained parameters

QString objectNameOf(const QString& method, const QString& precision) {
    return QStringLiteral("fit:%1:%2").arg(method, precision);
}

}  // namespace

FitTableView::FitTableView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("fit_table"));
    grid_ = new QGridLayout(this);
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(spacing::kUnit);
    grid_->setVerticalSpacing(spacing::kHalf);
}

void FitTableView::showTable(const std::vector<FitRow>& rows) {
    while (QLayoutItem* item = grid_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addHeadings();
    for (const FitRow& row : rows)
        addRow(row);
    setLimit(limit_);
}

void FitTableView::setLimit(std::uint64_t bytes) {
    limit_ = bytes;
    for (FitCellButton* button : findChildren<FitCellButton*>())
        button->setLimit(bytes);
}

FitCellButton* FitTableView::cell(const QString& method, const QString& precision) const {
    return findChild<FitCellButton*>(objectNameOf(method, precision));
}

void FitTableView::addHeadings() {
    const auto add = [this](const QString& text, int column, Qt::Alignment alignment) {
        QLabel* label = makeLabel(text, TextRole::Caption, this);
        grid_->addWidget(label, 0, column, alignment | Qt::AlignBottom);
        return label;
    };
    add(tr("Method"), 0, Qt::AlignLeft);
    add(tr("Trained"), 1, Qt::AlignRight);
    int column = kFirstPrecision;
    for (const PrecisionChoice& precision : precision_choices()) {
        grid_->setColumnStretch(column, 1);
        // As far from the edge as the cells' numbers.
        add(coreText(precision.title), column++, Qt::AlignRight)->setContentsMargins(0, 0, spacing::kUnit, 0);
    }
}

void FitTableView::addRow(const FitRow& row) {
    const int line = grid_->rowCount();
    grid_->addWidget(makeLabel(coreText(row.title), TextRole::Body, this), line, 0);
    QLabel* trained = makeLabel(countText(row.trainable_parameters), TextRole::Caption, this);
    trained->setAccessibleName(tr("%1 trains %2 parameters").arg(coreText(row.title), trained->text()));
    grid_->addWidget(trained, line, 1, Qt::AlignRight);
    int column = kFirstPrecision;
    for (const FitCell& cell : row.cells)
        addCell(row, cell, line, column++);
}

void FitTableView::addCell(const FitRow& row, const FitCell& cell, int line, int column) {
    const QString method = toQt(row.method), precision = toQt(cell.precision);
    const PrecisionChoice* choice = find_precision_choice(cell.precision);
    const QString title =
        tr("%1, %2").arg(coreText(row.title), choice == nullptr ? precision : coreText(choice->title));
    auto* button = new FitCellButton(cell, title, this);
    button->setObjectName(objectNameOf(method, precision));
    connect(button, &FitCellButton::clicked, this,
            [this, method, precision] { Q_EMIT chosen(method, precision); });
    grid_->addWidget(button, line, column);
}

}  // namespace tunebench::ui
