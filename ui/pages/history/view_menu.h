// ViewMenu: everything about how the runs are shown: saved views, the order, groups, which runs.
#pragma once

#include <functional>

#include <QMenu>

#include "core/history/run_column.h"
#include "ui/pages/history/saved_views.h"

namespace tunebench::ui {

class ViewMenu : public QMenu {
    Q_OBJECT

public:
    /// `current` is asked when the menu opens.
    ViewMenu(SavedViews& views, std::function<RunView()> current, QWidget* parent = nullptr);

    /// Columns that the view has are offered for order and groups, by their titles.
    void setColumns(std::vector<RunColumn> columns) { columns_ = std::move(columns); }

    /// By that of setColumns(), and the other way round at the second time.
    void sortBy(int column);
    /// What can be done with that column.
    void popupFor(int column, QPoint place);

Q_SIGNALS:
    void viewChosen(const tunebench::RunView& view);
    void columnsWanted();
    void saveWanted();

private:
    void fillColumnMenu(QMenu& menu, const RunColumn& column);
    void fill();
    void addViews();
    void addOrder();
    void addGroups();
    void addShown();
    QAction* addChoice(QMenu& menu, const QString& text, bool isChosen, RunView view);

    SavedViews& views_;
    std::function<RunView()> current_;
    std::vector<RunColumn> columns_;
};

}  // namespace tunebench::ui
