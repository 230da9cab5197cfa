// RunFilterModel: the run table, sorted by exact values, with the rows whose name, model, method, tags or id
// contain every word of a text.
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace tunebench::ui {

class RunFilterModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RunFilterModel(QObject* parent = nullptr);

    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList words_;
};

}  // namespace tunebench::ui
