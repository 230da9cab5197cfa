// HubTable: a sortable table of the hub's rows.
#pragma once

#include <QTableView>

#include "ui/models/hub_model.h"
#include "ui/pages/history/run_delegate.h"

class QSortFilterProxyModel;

namespace tunebench::ui {

class FirstColumn;

class HubDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    QColor dot(const QModelIndex& index, const Colors& colors) const override;
    bool isSecondary(const QModelIndex& index) const override;
};

class HubTable : public QTableView {
    Q_OBJECT

public:
    /// The first column takes the room that the widths of the others leave; where that is little, it scrolls.
    HubTable(const QStringList& titles, const std::vector<int>& widths, const QString& name, QWidget* parent);

    /// Keeps the chosen row where it still exists.
    void setRows(std::vector<HubRow> rows);
    int chosenRow() const;  // as it was set, whatever the order now; -1: none
    void choose(int row);

Q_SIGNALS:
    void choiceChanged();
    void rowActivated();  // Enter, or a double click

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fitStates();

    HubModel* model_ = nullptr;
    FirstColumn* first_ = nullptr;
    QSortFilterProxyModel* sorted_ = nullptr;
};

}  // namespace tunebench::ui
