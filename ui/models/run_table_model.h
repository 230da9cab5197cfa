// RunTableModel: the runs of the history, a row each. Cells show rounded numbers with units; sorting goes by
// the exact ones.
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QStringList>

#include "core/history/history.h"

namespace tunebench::ui {

class RunTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Status,
        Name,
        Model,
        Method,
        Trainable,
        PeakMemory,
        Speed,
        BestLoss,
        Steps,
        Created,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole, IdRole, FilterRole, StatusRole, ColorRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that stay keep their place in selections and scroll positions.
    void setRuns(std::vector<RunSummary> runs);
    const RunSummary& run(int row) const { return runs_[static_cast<std::size_t>(row)]; }
    int rowOf(const QString& id) const;  // -1 when absent
    /// These runs are drawn in a chart, in the order of its colours.
    void setMarked(const QStringList& ids);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString display(const RunSummary& run, int column);
    static QVariant sortKey(const RunSummary& run, int column);
    static QString help(const RunSummary& run, int column);

    std::vector<RunSummary> runs_;
    QStringList marked_;
};

}  // namespace tunebench::ui
