// PlanPanel: what a study compares, and what that will cost, checked at every change off the UI thread.
#pragma once

#include <filesystem>

#include <QTimer>
#include <QWidget>

#include "ui/pages/study/study_check.h"
#include "ui/run/latest_task.h"

class QLabel;
class QTableView;

namespace tunebench::ui {

class FirstColumn;
class StartPanel;
class StudyChoices;
class StudyPlanModel;

class PlanPanel : public QWidget {
    Q_OBJECT

public:
    explicit PlanPanel(std::filesystem::path dataFolder, QWidget* parent = nullptr);

    void setSettings(const StudySettings& settings, const QString& baseOrigin);
    /// With the name that the page shows.
    StudySettings settings() const;
    void setName(const QString& name);
    StudyChoices* choices() const { return choices_; }
    QTableView* table() const { return table_; }
    /// A run or a study is at work: starting waits for it.
    void setBusy(bool isBusy);

Q_SIGNALS:
    void changed();
    void checked();
    void startRequested(const tunebench::StudyPlan& plan);
    /// A setting of the base is to blame.
    void setupFieldRequested(const QString& field);

private:
    QWidget* buildCost();
    void onChanged();
    void runCheck();
    void onChecked(const StudyCheck& check);
    void showCost();
    void updateStart();
    void start();

    const std::filesystem::path dataFolder_;
    StudyChoices* choices_ = nullptr;
    StudyPlanModel* model_ = nullptr;
    QTableView* table_ = nullptr;
    FirstColumn* methods_ = nullptr;
    QLabel* summary_ = nullptr;
    StartPanel* start_ = nullptr;
    QTimer timer_;
    LatestTask<StudyCheck> task_;
    StudyCheck check_ = {};
    std::string name_;
    bool isBusy_ = false;
    bool isChecking_ = true;  // what stands here; check_ is of before
};

}  // namespace tunebench::ui
