// FirstColumn: the first column of a table takes the room that the others leave, and is never narrower than
// what it holds, up to a limit: then the table scrolls.
#pragma once

#include <QObject>

class QTableView;

namespace tunebench::ui {

class FirstColumn : public QObject {
    Q_OBJECT

public:
    /// Of a table that lives as long.
    FirstColumn(QTableView* table, int widest);

    /// After the contents have changed.
    void fit();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTableView* table_;
    int widest_;
    bool isFitting_ = false;
};

}  // namespace tunebench::ui
