// StudyQueue: runs a study one run after the other on a RunHost: untrained models, the search of learning
// rates, the race, each run trained and then measured. A run that fails is noted and the next one follows.
// What is done is not repeated; a run that was interrupted goes on from its checkpoint. For one thread: that
// which takes the host's events.
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

namespace tunebench {

/// What the queue tells.
struct StudyListener {
    /// A run begins: which of how many of this part ("rate search", "race", "untrained model"), what it is
    /// called.
    std::function<void(const std::string& part, std::size_t number, std::size_t count,
                       const std::string& title)>
        run_begins = [](const auto&...) {};
    std::function<void(const RunEvent&)> run_event = [](const auto&) {};
    std::function<void(const std::string& title, const MeasuredRun&)> run_ends = [](const auto&...) {};
    /// An arm goes into the race with this rate.
    std::function<void(const StudyArm&, const ArmResults&)> rate_chosen = [](const auto&...) {};
    std::function<void(const Error&)> trouble = [](const auto&) {};  // that does not end the study
};

enum class StudyEnd { Done, Stopped, OutOfTime };

class StudyQueue {
public:
    StudyQueue(const StudyPlan& plan, const StudyFolder& folder, RunHost& host, StudyListener listener);

    /// Runs that failed before are tried again.
    void retry_failed() { retries_failed_ = true; }

    void start();
    void take(const HostEvent& event);
    /// The run that is at work is saved, and nothing follows it.
    void stop();
    /// The run at work waits, its model in memory; no other begins before resume().
    void pause();
    void resume();

    bool is_over() const { return end_.has_value(); }
    StudyEnd end() const { return *end_; }  // once it is over
    const StudyResults& results() const { return results_; }
    /// Of all runs of the study, those of earlier sessions too; estimated for what is left from what was
    /// measured.
    std::optional<double> remaining_seconds() const;

private:
    enum class Part { Base, Search, Race };
    struct Task {
        Part part = Part::Base;
        std::size_t arm = 0;
        std::size_t index = 0;  // of the factor, or of the seed
        RunConfig config = {};
        std::string key = {};  // of its file in the folder
    };

    void queue_bases();
    void queue_search();
    void queue_race();
    void add(Part part, std::size_t arm, std::size_t index, RunConfig config);
    std::string key_of(Part part, const RunConfig& config) const;
    void choose_rates();

    void next();
    bool begin_next();  // false: what is done already was taken over, or the part is over
    bool is_done(const MeasuredRun& run) const;
    bool is_out_of_time() const;
    void begin(const std::optional<MeasuredRun>& before);
    bool go_on_with(const MeasuredRun& before);
    void begin_training();
    void begin_measuring();
    void measure_next();
    void fail(const Error& error);
    void end_task();
    void leave_run();
    void take_wall_time();
    void keep_file();
    void keep(const MeasuredRun& run);
    std::string part_name() const;
    std::string title() const;

    void take_started(const HostRunStarted& started);
    void take_run_event(const HostRunEvent& happened);
    void take_finished(const RunFinished& finished);
    void take_report(const HostReply<EvaluationReport>& reply);
    void leave_paused();

    const StudyPlan& plan_;
    const StudyFolder& folder_;
    RunHost& host_;
    const StudyListener listener_;
    const StudyInputs inputs_ = {};
    const std::string fingerprint_;

    StudyResults results_ = {};
    Part part_ = Part::Base;
    std::deque<Task> tasks_ = {};
    std::size_t tasks_of_part_ = 0;
    double spent_seconds_ = 0.0;  // of runs that are done
    bool retries_failed_ = false;
    bool is_stopping_ = false;
    bool is_paused_ = false;
    bool waits_for_resume_ = false;  // between two runs
    std::optional<StudyEnd> end_ = {};

    // Of the task at work.
    std::optional<Task> task_ = {};
    MeasuredRun run_ = {};
    std::chrono::steady_clock::time_point begun_ = {};
    double wall_before_ = 0.0;
    std::int64_t request_ = 0;
    std::string run_id_ = {};
    bool is_out_of_memory_ = false;
    bool expects_pause_ = false;  // the next pause was asked for; another is for lack of memory
    std::deque<MeasuredOn> to_measure_ = {};
};

}  // namespace tunebench
