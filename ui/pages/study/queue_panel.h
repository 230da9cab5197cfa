// QueuePanel: the runs of the study that is at work, in their order, and what can be done with them.
#pragma once

#include <QWidget>

#include "ui/run/study_runner.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace tunebench::ui {

class StudyQueueModel;

class QueuePanel : public QWidget {
    Q_OBJECT

public:
    QueuePanel(StudyRunner& runner, RunBridge& bridge, QWidget* parent = nullptr);

    QTableView* table() const { return table_; }
    /// Another run is at work: going on waits for it.
    void setBusy(bool isBusy);

Q_SIGNALS:
    void liveRequested();
    void goOnRequested();

private:
    QWidget* buildHeader();
    QWidget* buildTable();
    QWidget* buildActions();
    QPushButton* addButton(QWidget* parent, const char* name, const char* icon, const QString& text,
                           const QString& help);
    void showQueue();
    void showSummary();
    void updateButtons();
    int chosenRow() const;
    void moveBy(int rows);
    void onEvents(const std::vector<RunEvent>& events);

    StudyRunner& runner_;
    StudyQueueModel* model_ = nullptr;
    QTableView* table_ = nullptr;
    QLabel* summary_ = nullptr;
    QProgressBar* bar_ = nullptr;
    QPushButton* pause_ = nullptr;
    QPushButton* stop_ = nullptr;
    QPushButton* goOn_ = nullptr;
    QPushButton* up_ = nullptr;
    QPushButton* down_ = nullptr;
    QPushButton* skip_ = nullptr;
    QPushButton* retry_ = nullptr;
    QPushButton* live_ = nullptr;
    QCheckBox* continues_ = nullptr;
    std::int64_t step_ = 0;
    std::int64_t steps_ = 0;
    QString phase_;
    bool isBusy_ = false;
};

}  // namespace tunebench::ui
