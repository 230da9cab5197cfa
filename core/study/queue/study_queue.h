// StudyQueue: runs a study one run after the other on a RunHost: untrained models, the search of learning
// rates, the race, each run trained and then measured. A run that fails is noted and the next one follows.
// What is done is not repeated; a run that was interrupted goes on from its checkpoint. The order may be
// changed: a run of the race that does not know its learning rate yet is passed over. For one thread, to
// which the host's events are given.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/run/run_host.h"
#include "core/study/plan/study_plan.h"
#include "core/study/queue/study_folder.h"
#include "core/study/queue/study_inputs.h"
#include "core/study/queue/study_measurement.h"
#include "core/study/queue/study_results.h"
#include "core/study/queue/study_task.h"

namespace tunebench {

/// What the queue tells.
struct StudyListener {
    /// A run begins: which of how many of this part, what it is called.
    std::function<void(StudyPart part, std::size_t number, std::size_t count, const std::string& title)>
        run_begins = [](const auto&...) {};
    std::function<void(const RunEvent&)> run_event = [](const auto&) {};
    std::function<void(const std::string& title, const MeasuredRun&)> run_ends = [](const auto&...) {};
    /// An arm goes into the race with this rate.
    std::function<void(const StudyArm&, const ArmResults&)> rate_chosen = [](const auto&...) {};
    /// Tasks or their order, pause or end are others than before.
    std::function<void()> changed = [] {};
    std::function<void(const Error&)> trouble = [](const auto&) {};  // that does not end the study
};

enum class StudyEnd { Done, Stopped, OutOfTime };

class StudyQueue {
public:
    /// Takes over what earlier sessions have done, in the order that they have left.
    StudyQueue(const StudyPlan& plan, const StudyFolder& folder, RunHost& host, StudyListener listener);

    /// Takes over what another process has done since, and the order that it has left. Nothing while active.
    void read_again();
    /// Also goes on after the queue was over.
    void start();
    void take(const HostEvent& event);
    /// The run at work is saved, and nothing follows it.
    void stop();
    /// As stop(), but the study is among StudyFolder::interrupted() until it is started again.
    void suspend();
    /// The run at work waits, its model in memory; no other begins before resume().
    void pause();
    void resume();
    /// A command that somebody else has given to the run at work. A stop there leaves it out here.
    void take_command(const Command& command);
    /// Pauses once a run has failed; otherwise the next one follows.
    void set_pauses_on_error(bool pauses) { pauses_on_error_ = pauses; }

    // By the place in tasks(); what cannot be done with a task in its state does nothing.
    void move(std::size_t from, std::size_t to);  // waiting tasks
    void skip(std::size_t task);                  // a waiting task, or the one at work, which is saved
    void retry(std::size_t task);                 // one that failed or was skipped waits again
    void retry_failed();

    const std::vector<StudyTask>& tasks() const { return tasks_; }
    std::optional<std::size_t> task_at_work() const { return at_work_; }
    bool is_paused() const { return is_paused_; }
    bool is_active() const { return is_active_; }  // from start() to the end
    bool is_over() const { return end_.has_value(); }
    StudyEnd end() const { return *end_; }  // once it is over
    const StudyResults& results() const { return results_; }
    /// Of all runs that wait, as long as those were that are done; no value before there is one.
    std::optional<double> remaining_seconds() const;

private:
    // What is known and in which order. (study_queue_tasks.cpp)
    void restore();
    void take_over(StudyTask& task);
    void choose_rate(std::size_t arm);
    RunConfig config_of(const StudyTask& task) const;
    std::string key_of(const StudyTask& task) const;
    bool is_done(const StudyTask& task, const MeasuredRun& run) const;
    void keep(const StudyTask& task);
    void wait_again(StudyTask& task);
    std::optional<std::size_t> next_ready() const;
    double spent_seconds() const;
    void save_order();
    void tell_changed() { listener_.changed(); }

    // One after the other. (study_queue.cpp)
    void next();
    void finish(StudyEnd end);
    void stop_run();
    bool leaves_run() const { return is_stopping_ || is_skipping_; }
    void leave_run();
    void end_task(TaskState state);

    // One run. (study_queue_run.cpp)
    void begin(std::size_t task);
    bool go_on_with(const MeasuredRun& before);
    void begin_measuring();
    void measure_next();
    void fail(const Error& error);
    void take_wall_time();
    void keep_file();
    void take_started(const HostRunStarted& started);
    void take_run_event(const HostRunEvent& happened);
    void take_finished(const RunFinished& finished);
    void take_report(const HostReply<EvaluationReport>& reply);
    void leave_paused(bool lacks_memory);

    const StudyPlan& plan_;
    const StudyFolder& folder_;
    RunHost& host_;
    const StudyListener listener_;
    const StudyInputs inputs_ = {};
    const std::string fingerprint_;

    std::vector<StudyTask> tasks_ = {};
    StudyResults results_ = {};
    std::vector<bool> knows_rate_ = {};  // of each arm
    bool is_active_ = false;
    bool pauses_on_error_ = false;
    bool is_stopping_ = false;
    bool is_suspended_ = false;  // it is stopped, and wants to go on
    bool is_paused_ = false;
    std::optional<StudyEnd> end_ = {};

    // Of the task at work.
    std::optional<std::size_t> at_work_ = {};
    RunConfig config_ = {};
    std::string key_ = {};
    MeasuredRun run_ = {};
    std::chrono::steady_clock::time_point begun_ = {};
    double wall_before_ = 0.0;
    std::int64_t request_ = 0;
    std::string run_id_ = {};
    bool is_skipping_ = false;
    std::optional<Error> setback_ = {};  // why the run at work was ended
    RunWarning last_warning_ = {};
    std::deque<MeasuredOn> to_measure_ = {};
};

}  // namespace tunebench
