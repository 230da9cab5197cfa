// A table of a comparison's report in the window: the same cells, with the names of the runs above the
// columns.
#pragma once

#include <QStringList>

#include "core/study/report/comparison_tables.h"

class QTableView;
class QWidget;

namespace tunebench::ui {

QTableView* makeReportTable(const QString& objectName, const QString& accessibleName, QWidget* parent);

/// In place of what the view has shown before. `rowHelp`: the tool tips of the first column.
void showReportTable(QTableView& view, const DocumentTable& table, const QStringList& rowHelp = {});

/// Of a table with a column a group behind the first.
DocumentTable withGroupNames(DocumentTable table, const RunComparison& comparison);

}  // namespace tunebench::ui
