// ComparedGroupModel: the runs that are compared, or groups of them over seeds, as list and legend: a row
// each with its look, and its value where the cursor of the curves stands.
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QString>

namespace tunebench::ui {

struct ComparedGroupRow {
    QString name = {};
    QString detail = {};  // "LoRA · 3 seeds"
    QString help = {};
    bool isBaseline = false;
    bool operator==(const ComparedGroupRow&) const = default;
};

class ComparedGroupModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Value, ColumnCount };
    enum Role { DetailRole = Qt::UserRole + 1, SeriesRole, BaselineRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setGroups(std::vector<ComparedGroupRow> groups);
    /// A text a row; as many as there are groups. `what` they are: "Validation loss, last".
    void setValues(const QString& what, const QStringList& values);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant nameData(const ComparedGroupRow& row, int role) const;

    std::vector<ComparedGroupRow> rows_;
    QString what_;  // the values are
    QStringList values_;
};

}  // namespace tunebench::ui
