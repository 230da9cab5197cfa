// RunActions: what can be done with the chosen runs, as a row of buttons and as a menu.
#pragma once

#include <QMenu>
#include <QWidget>

#include "core/history/history.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tunebench::ui {

class RunActions : public QWidget {
    Q_OBJECT

public:
    explicit RunActions(QWidget* parent = nullptr);

    /// What is chosen, and whether a run is active, which others have to wait for.
    void setRuns(const std::vector<const RunSummary*>& runs, bool isBusy);
    void setCount(int shown, int all);
    /// For the keyboard.
    QAction* deleteAction() const { return delete_; }
    /// At the place of the mouse, or of the keyboard.
    void popup(QPoint place);

Q_SIGNALS:
    void resumeWanted();
    void againWanted();
    void exportWanted();
    void compareWanted();
    void starWanted(bool isStarred);
    void archiveWanted(bool isArchived);
    void deleteWanted(bool isDeleted);
    void tagWanted();
    void writeWanted(const QString& exporter);

private:
    QPushButton* addButton(const QString& icon, const QString& name, QAction* action, bool hasText);
    QAction* addAction(const QString& text, const QString& help, const QKeySequence& keys = {});
    void buildWriteMenu();
    void updateResume(const RunSummary* one, bool isBusy);

    QHBoxLayout* row_ = nullptr;
    QLabel* count_ = nullptr;
    QMenu* menu_ = nullptr;
    QAction* resume_ = nullptr;
    QAction* again_ = nullptr;
    QAction* export_ = nullptr;
    QAction* compare_ = nullptr;
    QAction* star_ = nullptr;
    QAction* archive_ = nullptr;
    QAction* tag_ = nullptr;
    QAction* delete_ = nullptr;
    QMenu* write_ = nullptr;
    bool unstars_ = false;
    bool unarchives_ = false;
    bool restores_ = false;
};

}  // namespace tunebench::ui
