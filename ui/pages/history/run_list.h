// RunList: the table of runs, with pinned columns that stay at the left while the others are scrolled. Two
// views of one model with one selection, as one table.
#pragma once

#include <QTableView>
#include <QWidget>

#include "core/history/run_view.h"

namespace tunebench::ui {

class RunTableModel;

class RunList : public QWidget {
    Q_OBJECT

public:
    explicit RunList(RunTableModel& model, QWidget* parent = nullptr);

    QTableView* table() const { return table_; }
    QTableView* pinned() const { return pinned_; }

    /// Widths, pins and the mark of the order, once the model has the view's columns.
    void showLayout(const RunView& view);
    /// The columns of the view as they have been moved and resized since.
    std::vector<RunViewColumn> columns() const;

    QStringList selectedIds() const;
    void select(const QStringList& ids);
    /// Where the keyboard is.
    void setCurrentRow(int row);
    /// As QAbstractItemView::reset() forgets it.
    int scrolled() const;
    void scrollTo(int position);

Q_SIGNALS:
    void selectionChanged();
    void columnsMoved();
    void sortChosen(int column);
    void columnMenuRequested(int column, QPoint place);
    void menuRequested(QPoint place);
    void starClicked(const QString& id);
    void groupToggled(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void prepare(QTableView* view);
    void connectHeader(QTableView* view);
    void joinScrolling();
    void arrange(QTableView* view, bool isPinned, const RunView& layout);
    void fitPinned();
    void fitName();
    void onClicked(const QModelIndex& index);
    bool foldByKey(int key);

    RunTableModel& model_;
    QTableView* pinned_ = nullptr;
    QTableView* table_ = nullptr;
    std::vector<RunViewColumn> columns_;
    int nameWidth_ = 0;
    bool isArranging_ = false;
};

}  // namespace tunebench::ui
