// RunTableModel: the runs of the history, a row each, under a line for each group when they are grouped.
// Cells show rounded numbers with units, the lines of groups means of numbers. Its order is that of the
// groups it is given; it neither sorts nor filters.
#pragma once

#include <memory>
#include <vector>

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QStringList>

#include "core/history/run_column.h"
#include "core/history/run_table.h"

namespace tunebench::ui {

class RunTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,  // of the run; empty in the line of a group
        StatusRole,             // of cells that show the status
        StarRole,               // of cells that show the star: whether it is set
        ColorRole,              // of cells that show the name: the place among the marked runs, or -1
        GroupRole,              // whether the row is the line of a group
        WholeTextRole           // of the line of a group: what its cell says where there is room for it
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setColumns(std::vector<RunColumn> columns);
    const std::vector<RunColumn>& columns() const { return columns_; }
    int columnOf(const std::string& name) const;  // -1 when absent

    /// What is shown from now on. Groups that were folded stay so.
    void setRows(RunTable table, std::vector<RunGroup> groups, std::vector<std::string> groupBy);
    const RunTable& table() const { return table_; }
    /// Runs in all groups, folded or not.
    int runCount() const { return runCount_; }

    const RunSummary* run(int row) const;  // null in the line of a group
    const RunSummary* find(const QString& id) const;
    int rowOf(const QString& id) const;  // -1 when it is not shown
    bool isGroup(int row) const;
    bool isFolded(int row) const;  // of the line of a group
    void setFolded(int row, bool isFolded);

    /// These runs are drawn in a chart, in the order of its colours.
    void setMarked(const QStringList& ids);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::size_t group = 0;
        std::ptrdiff_t run = -1;  // row of table_; -1: the line of the group
    };
    void makeRows();
    const Row& rowAt(int row) const { return rows_[static_cast<std::size_t>(row)]; }
    FilterValue value(int row, const RunColumn& column) const;
    QVariant runData(const RunSummary& run, int row, const RunColumn& column, int role) const;
    QVariant groupData(const RunGroup& group, const RunColumn& column, int role) const;
    bool isGroupTitle(const RunColumn& column) const;
    QString groupText(const RunGroup& group, const RunColumn& column) const;
    QString groupWholeText(const RunGroup& group, const RunColumn& column) const;
    QString groupHelp(const RunGroup& group, const RunColumn& column) const;
    QString titleOf(const RunGroup& group) const;

    std::vector<RunColumn> columns_;
    RunTable table_;
    std::vector<RunGroup> groups_;
    std::vector<std::string> groupBy_;
    std::vector<Row> rows_;
    QHash<QString, int> rowOfId_;
    QHash<QString, int> marked_;
    QSet<QString> folded_;  // by their titles
    int runCount_ = 0;
};

}  // namespace tunebench::ui
