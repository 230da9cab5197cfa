#include "ui/pages/compare/report_table.h"

#include <algorithm>

#include <QCoreApplication>
#include <QHeaderView>
#include <QTableView>

#include "ui/models/document_table_model.h"
#include "ui/pages/history/run_delegate.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/first_column.h"

namespace tunebench::ui {
namespace {

constexpr int kWidestCell = 260;
constexpr int kNarrowestCell = 56;

/// Numbers end at the right edge, with the names taking what is left; texts begin beside their names.
void fillWidth(QTableView& view, const DocumentTable& table) {
    const bool endsInNumbers = !table.columns.empty() && table.columns.back().is_number;
    view.horizontalHeader()->setStretchLastSection(!endsInNumbers);
    auto* first = view.findChild<FirstColumn*>(QString(), Qt::FindDirectChildrenOnly);
    if (endsInNumbers && first == nullptr)
        first = new FirstColumn(&view, kWidestCell);
    if (first != nullptr)
        first->fit();
}

}  // namespace

QTableView* makeReportTable(const QString& objectName, const QString& accessibleName, QWidget* parent) {
    auto* view = new QTableView(parent);
    styleTable(view);
    view->setObjectName(objectName);
    view->setAccessibleName(accessibleName);
    view->setTabKeyNavigation(false);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    return view;
}

void showReportTable(QTableView& view, const DocumentTable& table, const QStringList& rowHelp) {
    QAbstractItemModel* before = view.model();
    QItemSelectionModel* selection = view.selectionModel();
    view.setModel(new DocumentTableModel(table, &view, rowHelp));
    delete selection;
    delete before;
    view.resizeColumnsToContents();
    for (int column = 0; column < view.model()->columnCount(); ++column)
        view.setColumnWidth(column, std::clamp(view.columnWidth(column), kNarrowestCell, kWidestCell));
    fillWidth(view, table);
}

DocumentTable withGroupNames(DocumentTable table, const RunComparison& comparison) {
    const auto baseline = comparison.baseline_group();
    table.columns.front().title = headingOf(table.columns.front().title);
    for (std::size_t group = 0; group < comparison.groups.size(); ++group) {
        const QString name = toQt(comparison.groups[group].name);
        table.columns[group + 1].title =
            (group == baseline ? QCoreApplication::translate("ComparePage", "%1 (baseline)").arg(name) : name)
                .toStdString();
    }
    return table;
}

}  // namespace tunebench::ui
