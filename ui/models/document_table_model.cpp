#include "ui/models/document_table_model.h"

#include "ui/text/qt_text.h"

namespace tunebench::ui {

std::string headingOf(const std::string& title) {
    const bool isSymbol = title.find(' ') == 1 || title.size() < 2;
    QString heading = toQt(title);
    if (!isSymbol)
        heading[0] = heading[0].toUpper();
    return heading.toStdString();
}

DocumentTable withHeadings(DocumentTable table) {
    for (auto& column : table.columns)
        column.title = headingOf(column.title);
    return table;
}

int DocumentTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.rows.size());
}

int DocumentTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.columns.size());
}

QVariant DocumentTableModel::alignment(int column) const {
    const bool isNumber = table_.columns[static_cast<std::size_t>(column)].is_number;
    return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
}

QString DocumentTableModel::helpOf(const QModelIndex& index) const {
    return index.column() == 0 ? rowHelp_.value(index.row()) : QString();
}

QVariant DocumentTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (role == Qt::AccessibleDescriptionRole)
        return helpOf(index);
    if (const QString help = helpOf(index); role == Qt::ToolTipRole && !help.isEmpty())
        return help;
    const auto& row = table_.rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    if ((role != Qt::DisplayRole && role != Qt::ToolTipRole) || column >= row.size())
        return {};
    // Files write what is missing in ASCII, windows as all of their tables do.
    return row[column] == "-" ? QStringLiteral("–") : toQt(row[column]);
}

QVariant DocumentTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    return toQt(table_.columns[static_cast<std::size_t>(section)].title);
}

}  // namespace tunebench::ui
