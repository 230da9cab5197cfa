// StudyRunner: the study that the window has at work. Its queue drives the same host as every other run; it
// lives on a thread of its own, because it reads and writes files between runs. What is known of it comes as
// values.
#pragma once

#include <memory>
#include <optional>

#include <QObject>
#include <QThread>

#include "core/study/queue/study_queue.h"
#include "core/study/report/study_report.h"
#include "ui/run/run_bridge.h"

namespace tunebench::ui {

struct StudySnapshot {
    std::vector<StudyTask> tasks = {};  // without the losses of single examples
    std::optional<std::size_t> atWork = {};
    bool isActive = false;  // from the start to the end
    bool isPaused = false;
    std::optional<StudyEnd> end = {};
    std::optional<double> remainingSeconds = {};
};

class StudyRunner : public QObject {
    Q_OBJECT

public:
    StudyRunner(RunBridge& bridge, std::filesystem::path dataFolder, QObject* parent = nullptr);
    /// A study at work wants to go on at the next start; the host saves its run.
    ~StudyRunner() override;

    /// Begins, or goes on with what is known of it. Nothing while one is active; troubled() when another
    /// process runs it.
    void start(StudyPlan plan);
    /// The study that is shown, with what was changed in its queue and what another process has done. Nothing
    /// while one is active.
    void goOn();
    /// What is known of it; nothing runs. Nothing while one is active.
    void show(StudyPlan plan);

    void pause();
    void resume();
    void stop();
    void suspend();
    void move(std::size_t from, std::size_t to);
    void skip(std::size_t task);
    void retry(std::size_t task);
    void setPausesOnError(bool pauses);
    /// A command that somebody else has given to the run at work.
    void takeCommand(const Command& command);

    bool isActive() const { return snapshot_.isActive; }
    const StudySnapshot& snapshot() const { return snapshot_; }
    const std::shared_ptr<const StudyPlan>& plan() const { return plan_; }        // null: none was shown
    const std::shared_ptr<const StudyReport>& report() const { return report_; }  // null: not made yet
    const std::filesystem::path& studyFolder() const { return studyFolder_; }

Q_SIGNALS:
    void changed();
    void reported();
    void ended();
    void troubled(const tunebench::Error& error);

private:
    class Worker;

    void open(StudyPlan plan, bool starts);
    template <class Job>
    void post(Job job);
    void onSnapshot(int generation, StudySnapshot snapshot);

    RunBridge& bridge_;
    const std::filesystem::path dataFolder_;
    StudySnapshot snapshot_ = {};
    std::shared_ptr<const StudyPlan> plan_ = {};
    std::shared_ptr<const StudyReport> report_ = {};
    std::filesystem::path studyFolder_ = {};
    bool pausesOnError_ = false;
    int generation_ = 0;  // of starts: what was told before the last one is old
    QThread thread_;
    std::unique_ptr<Worker> worker_;  // lives on the thread
};

}  // namespace tunebench::ui
