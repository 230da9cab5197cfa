// StudyPage: methods compared fairly, in three steps: what is compared and what that costs, the queue of its
// runs, and what came out. The study at work is the window's only one; it goes on while other pages are
// shown.
#pragma once

#include <filesystem>
#include <optional>

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include "core/study/plan/study_settings.h"
#include "ui/run/study_runner.h"

class QLineEdit;
class QMenu;
class QStackedLayout;
class QTabBar;

namespace tunebench::ui {

class MessageBar;
class PlanPanel;
class QueuePanel;
class ResultsPanel;
class Workbench;

class StudyPage : public QWidget {
    Q_OBJECT

public:
    enum Step { Plan, Queue, Results };

    explicit StudyPage(Workbench& workbench, QWidget* parent = nullptr);
    ~StudyPage() override;

    void showStep(Step step);
    Step step() const;
    /// What Setup holds: the base, as long as no study file brought its own.
    void offerBase(const RunConfig& base);
    /// False when it cannot be read; the page says why.
    bool openStudyFile(const std::filesystem::path& file);
    bool saveStudyFile(const std::filesystem::path& file);
    /// Shows what is known of a study of the data folder.
    void showStudy(const std::filesystem::path& studyFolder);
    /// Goes on with it.
    void resumeStudy(const std::filesystem::path& studyFolder);
    /// Another run is active: a study waits for it.
    void setBusy(bool isBusy);
    StudyRunner& runner() { return runner_; }
    PlanPanel* planPanel() const { return plan_; }
    QueuePanel* queuePanel() const { return queue_; }
    ResultsPanel* resultsPanel() const { return results_; }

Q_SIGNALS:
    void activeChanged();
    void liveRequested();
    void setupFieldRequested(const QString& field);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildSteps();
    void restoreDraft();
    void saveDraft();
    void takeBase();
    void setSettings(const StudySettings& settings, const QString& origin);
    void replacePlan(const StudySettings& settings, const QString& origin);
    void start(const StudyPlan& plan);
    void onRunnerChanged();
    void onEnded();
    void useSample();
    void fillOpenMenu(QMenu& menu);
    std::optional<StudyPlan> planIn(const std::filesystem::path& studyFolder);
    void chooseStudyFile();
    void chooseFileToSave();

    Workbench& workbench_;
    StudyRunner runner_;
    RunConfig offered_ = {};
    bool followsSetup_ = true;
    bool wasActive_ = false;
    QLineEdit* name_ = nullptr;
    QTabBar* tabs_ = nullptr;
    MessageBar* message_ = nullptr;
    QStackedLayout* stack_ = nullptr;
    QStackedLayout* queueStack_ = nullptr;
    QStackedLayout* resultsStack_ = nullptr;
    PlanPanel* plan_ = nullptr;
    QueuePanel* queue_ = nullptr;
    ResultsPanel* results_ = nullptr;
    QTimer draftTimer_;
    QThreadPool writer_;  // of one thread: what was written last stays
};

}  // namespace tunebench::ui
