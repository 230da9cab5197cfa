#include "ui/models/run_table_model.h"

#include <algorithm>

#include "ui/models/run_cells.h"
#include "ui/text/column_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

bool isTitleColumn(const RunColumn& column) {
    return column.origin == ColumnOrigin::Table && column.name == "name";
}

bool isStarColumn(const RunColumn& column) {
    return column.origin == ColumnOrigin::Table && column.name == "starred";
}

}  // namespace

void RunTableModel::setColumns(std::vector<RunColumn> columns) {
    if (columns_ == columns)
        return;
    beginResetModel();
    columns_ = std::move(columns);
    endResetModel();
}

int RunTableModel::columnOf(const std::string& name) const {
    const auto found = std::ranges::find(columns_, name, &RunColumn::name);
    return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
}

void RunTableModel::setRows(RunTable table, std::vector<RunGroup> groups, std::vector<std::string> groupBy) {
    const bool isSameOrder =
        groups == groups_ && groupBy == groupBy_ &&
        std::ranges::equal(table.runs(), table_.runs(), {}, &RunSummary::id, &RunSummary::id);
    if (isSameOrder) {
        // New values in the same rows: selections and scroll positions stay.
        table_ = std::move(table);
        if (!rows_.empty() && !columns_.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    table_ = std::move(table);
    groups_ = std::move(groups);
    groupBy_ = std::move(groupBy);
    makeRows();
    endResetModel();
}

void RunTableModel::makeRows() {
    rows_.clear();
    rowOfId_.clear();
    runCount_ = 0;
    for (std::size_t group = 0; group < groups_.size(); ++group) {
        const auto& runs = groups_[group].rows;
        runCount_ += static_cast<int>(runs.size());
        if (!groupBy_.empty())
            rows_.push_back({group, -1});
        if (!groupBy_.empty() && folded_.contains(titleOf(groups_[group])))
            continue;
        for (const std::size_t run : runs) {
            rowOfId_.insert(toQt(table_.runs()[run].id), static_cast<int>(rows_.size()));
            rows_.push_back({group, static_cast<std::ptrdiff_t>(run)});
        }
    }
}

const RunSummary* RunTableModel::run(int row) const {
    const auto run = rowAt(row).run;
    return run < 0 ? nullptr : &table_.runs()[static_cast<std::size_t>(run)];
}

const RunSummary* RunTableModel::find(const QString& id) const {
    const int row = rowOf(id);
    return row < 0 ? nullptr : run(row);
}

int RunTableModel::rowOf(const QString& id) const {
    return rowOfId_.value(id, -1);
}

bool RunTableModel::isGroup(int row) const {
    return rowAt(row).run < 0;
}

bool RunTableModel::isFolded(int row) const {
    return folded_.contains(titleOf(groups_[rowAt(row).group]));
}

void RunTableModel::setFolded(int row, bool isFolded) {
    if (!isGroup(row) || isFolded == this->isFolded(row))
        return;
    beginResetModel();
    const QString title = titleOf(groups_[rowAt(row).group]);
    if (isFolded)
        folded_.insert(title);
    else
        folded_.remove(title);
    makeRows();
    endResetModel();
}

void RunTableModel::setMarked(const QStringList& ids) {
    QHash<QString, int> marked;
    for (const QString& id : ids)
        marked.insert(id, static_cast<int>(marked.size()));
    if (marked == marked_)
        return;
    marked_ = std::move(marked);
    if (const int column = columnOf("name"); column >= 0 && !rows_.empty())
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column), {ColorRole});
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    // The line of a group can be reached by keyboard, but is no run that something can be done with.
    return isGroup(index.row()) ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

FilterValue RunTableModel::value(int row, const RunColumn& column) const {
    const auto* values = table_.find(column.name);
    return values != nullptr ? (*values)[static_cast<std::size_t>(rowAt(row).run)] : FilterValue();
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RunColumn& column = columns_[static_cast<std::size_t>(index.column())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isAtTheRight(column) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == GroupRole)
        return isGroup(index.row());
    const RunSummary* summary = run(index.row());
    return summary != nullptr ? runData(*summary, index.row(), column, role)
                              : groupData(groups_[rowAt(index.row()).group], column, role);
}

QVariant RunTableModel::runData(const RunSummary& run, int row, const RunColumn& column, int role) const {
    switch (role) {
        case Qt::DisplayRole:
            return isStarColumn(column) ? QString() : runCellText(run, column, value(row, column));
        case Qt::AccessibleTextRole:
            if (isStarColumn(column))
                return run.starred ? tr("Starred") : tr("Not starred");
            return runCellText(run, column, value(row, column));
        case Qt::ToolTipRole:
            return runCellHelp(run, column, value(row, column));
        case IdRole:
            return toQt(run.id);
        case StatusRole:
            return column.kind == ColumnKind::Status ? QVariant(static_cast<int>(run.status)) : QVariant();
        case StarRole:
            return isStarColumn(column) ? QVariant(run.starred) : QVariant();
        case ColorRole:
            return isTitleColumn(column) ? QVariant(marked_.value(toQt(run.id), -1)) : QVariant();
        default:
            return {};
    }
}

QVariant RunTableModel::groupData(const RunGroup& group, const RunColumn& column, int role) const {
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return groupText(group, column);
    if (role == WholeTextRole)
        return groupWholeText(group, column);
    if (role == ColorRole && isGroupTitle(column))
        return -1;
    return role == Qt::ToolTipRole ? groupHelp(group, column) : QVariant();
}

QString RunTableModel::titleOf(const RunGroup& group) const {
    QStringList parts;
    for (std::size_t i = 0; i < groupBy_.size(); ++i) {
        const int shown = columnOf(groupBy_[i]);
        const RunColumn column = shown < 0 ? RunColumn{.name = groupBy_[i], .origin = ColumnOrigin::Setting}
                                           : columns_[static_cast<std::size_t>(shown)];
        parts << QStringLiteral("%1 %2").arg(columnTitle(column), cellText(column, group.key[i]));
    }
    return parts.join(QStringLiteral(" · "));
}

/// Where the line of a group says which it is.
bool RunTableModel::isGroupTitle(const RunColumn& column) const {
    return columnOf("name") >= 0 ? isTitleColumn(column) : column == columns_.front();
}

QString RunTableModel::groupText(const RunGroup& group, const RunColumn& column) const {
    if (isGroupTitle(column)) {
        const QString mark = folded_.contains(titleOf(group)) ? QStringLiteral("▸") : QStringLiteral("▾");
        return tr("%1 %2 · %3", "folded or not, group, number of runs")
            .arg(mark, titleOf(group))
            .arg(group.rows.size());
    }
    const auto* values = table_.find(column.name);
    return values != nullptr ? groupCellText(column, *values, group.rows) : QString();
}

QString RunTableModel::groupWholeText(const RunGroup& group, const RunColumn& column) const {
    const auto* values = table_.find(column.name);
    return values != nullptr && !isGroupTitle(column) ? groupCellWholeText(column, *values, group.rows)
                                                      : groupText(group, column);
}

QString RunTableModel::groupHelp(const RunGroup& group, const RunColumn& column) const {
    const auto* values = table_.find(column.name);
    return values != nullptr && !isGroupTitle(column) ? groupCellHelp(column, *values, group.rows)
                                                      : groupText(group, column);
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const RunColumn& column = columns_[static_cast<std::size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (isAtTheRight(column) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole)
        return columnHelp(column);
    if (role == Qt::AccessibleTextRole || (role == Qt::DisplayRole && !isStarColumn(column)))
        return columnTitle(column);
    return {};
}

}  // namespace tunebench::ui
