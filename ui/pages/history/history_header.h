// HistoryHeader: the head of the history: its filter, how the runs are shown, and what concerns all of them.
#pragma once

#include <QWidget>

#include "core/base/result.h"

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;

namespace tunebench::ui {

class HistoryHeader : public QWidget {
    Q_OBJECT

public:
    /// The menus get their owners here; `undo` and `redo` are added to the second.
    HistoryHeader(QMenu* viewMenu, QAction* undo, QAction* redo, QWidget* parent = nullptr);

    void setFilter(const QString& text);
    /// What is wrong with the filter, at the filter; none: nothing is.
    void setFilterProblem(const std::optional<Error>& problem);

Q_SIGNALS:
    void filterChanged(const QString& text);
    void importFolderWanted();
    void importFilesWanted();
    void diskUseWanted();

private:
    QMenu* buildMore(QAction* undo, QAction* redo);
    void addMenuButton(QHBoxLayout* row, const QString& icon, const QString& name, const QString& text,
                       QMenu* menu);

    QLineEdit* filter_ = nullptr;
    QLabel* problem_ = nullptr;
};

}  // namespace tunebench::ui
