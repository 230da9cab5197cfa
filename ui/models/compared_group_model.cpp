#include "ui/models/compared_group_model.h"

namespace tunebench::ui {

void ComparedGroupModel::setGroups(std::vector<ComparedGroupRow> groups) {
    if (groups == rows_)
        return;  // while a run trains this is asked for often: the selection stays
    beginResetModel();
    rows_ = std::move(groups);
    values_.clear();
    endResetModel();
}

void ComparedGroupModel::setValues(const QString& what, const QStringList& values) {
    if (what_ != what) {
        what_ = what;
        Q_EMIT headerDataChanged(Qt::Horizontal, Value, Value);
    }
    if (values_ == values || rows_.empty())
        return;
    values_ = values;
    Q_EMIT dataChanged(index(0, Value), index(rowCount() - 1, Value));
}

int ComparedGroupModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ComparedGroupModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparedGroupModel::nameData(const ComparedGroupRow& row, int role) const {
    switch (role) {
        case Qt::DisplayRole:
            return row.name;
        case Qt::ToolTipRole:
            return row.help;
        case Qt::AccessibleTextRole:
            return row.isBaseline ? tr("%1, %2, baseline").arg(row.name, row.detail)
                                  : tr("%1, %2").arg(row.name, row.detail);
        default:
            return {};
    }
}

QVariant ComparedGroupModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ComparedGroupRow& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignVCenter |
                                       (index.column() == Value ? Qt::AlignRight : Qt::AlignLeft));
        case DetailRole:
            return row.detail;
        case SeriesRole:
            return index.row();
        case BaselineRole:
            return row.isBaseline;
        default:
            break;
    }
    if (index.column() == Name)
        return nameData(row, role);
    if (role == Qt::ToolTipRole)
        return tr("Of the metric that Curves show: at the cursor, or else the last");
    return role == Qt::DisplayRole ? values_.value(index.row()) : QVariant();
}

QVariant ComparedGroupModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == Name)
        return tr("Runs");
    return what_.isEmpty() ? tr("Value") : what_;
}

}  // namespace tunebench::ui
