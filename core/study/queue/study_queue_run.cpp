// One run of a study, from its beginning to its measurements. Part of study_queue.h.
#include <algorithm>
#include <variant>

#include "core/run/checkpoint.h"
#include "core/study/queue/run_facts.h"
#include "core/study/queue/study_queue.h"

namespace tunebench {
namespace {

void take_facts(MeasuredRun& run, const RunFacts& facts) {
    run.steps = facts.steps;
    run.total_steps = facts.total_steps;
    run.tokens = facts.tokens;
    run.total_parameters = facts.total_parameters;
    run.trainable_parameters = facts.trainable_parameters;
    run.predicted_peak_bytes = facts.predicted_peak_bytes;
    run.peak_bytes = facts.peak_bytes;
    run.tokens_per_second = facts.tokens_per_second;
    run.seconds = facts.seconds;
    run.best_validation_loss = facts.best_validation_loss.value_or(MeasuredRun::kNone);
}

bool has_ended_well(const RunFacts& facts) {
    return facts.finished && (facts.finished->cause == ExitCause::Completed ||
                              facts.finished->cause == ExitCause::EarlyStopped);
}

}  // namespace

void StudyQueue::begin(std::size_t task) {
    at_work_ = task;
    auto& begun = tasks_[task];
    begun.state = TaskState::AtWork;
    config_ = config_of(begun);
    key_ = key_of(begun);
    const auto before = folder_.find(key_);
    run_ = {.learning_rate = learning_rate_of(config_)};
    begun_ = std::chrono::steady_clock::now();
    wall_before_ = before ? before->wall_seconds : 0.0;
    request_ = 0;
    run_id_.clear();
    is_skipping_ = false;
    setback_.reset();
    const auto is_of_part = [&](const StudyTask& one) { return one.part == begun.part; };
    const auto count = std::ranges::count_if(tasks_, is_of_part);
    const auto waiting = std::ranges::count_if(
        tasks_, [&](const StudyTask& one) { return is_of_part(one) && one.state == TaskState::Waiting; });
    listener_.run_begins(begun.part, static_cast<std::size_t>(count - waiting),
                         static_cast<std::size_t>(count), task_title(plan_, begun));
    tell_changed();
    if (begun.part == StudyPart::Base)
        begin_measuring();
    else if (!before || !go_on_with(*before))
        request_ = host_.start(config_);
}

/// What a session before this one has left of the run.
bool StudyQueue::go_on_with(const MeasuredRun& before) {
    const std::filesystem::path folder = before.run_folder;
    std::error_code ignored;
    if (folder.empty() || !std::filesystem::exists(folder, ignored))
        return false;
    const auto facts = read_run_facts(folder);
    run_.run_folder = folder.string();
    if (facts)  // a process that was killed has not kept its time
        wall_before_ = std::max(wall_before_, facts->seconds);
    if (facts && has_ended_well(*facts)) {
        begin_measuring();
        return true;
    }
    if (before.state == MeasuredState::Failed || RunLock::is_held(folder) ||
        list_checkpoints(folder / "checkpoints").empty())
        return false;
    request_ = host_.resume(folder);
    return true;
}

void StudyQueue::take(const HostEvent& event) {
    if (is_over() || !at_work_)
        return;
    if (const auto* started = std::get_if<HostRunStarted>(&event))
        take_started(*started);
    else if (const auto* happened = std::get_if<HostRunEvent>(&event))
        take_run_event(*happened);
    else if (const auto* reply = std::get_if<HostReply<EvaluationReport>>(&event))
        take_report(*reply);
}

void StudyQueue::take_started(const HostRunStarted& started) {
    if (started.request != request_)
        return;
    if (!started.folder) {
        if (leaves_run())
            return leave_run();
        return fail(started.folder.error());
    }
    run_id_ = started.run_id;
    run_.run_folder = started.folder->string();
    run_.wall_seconds = wall_before_;
    keep_file();
}

void StudyQueue::take_run_event(const HostRunEvent& happened) {
    if (happened.run_id != run_id_)
        return;
    listener_.run_event(happened.event);
    if (const auto* warning = std::get_if<RunWarning>(&happened.event))
        last_warning_ = *warning;
    if (const auto* phase = std::get_if<PhaseChanged>(&happened.event))
        // One that was asked for has no reason, and is told again after each command that is obeyed in it.
        if (phase->phase == RunPhase::Paused && !phase->detail.empty())
            leave_paused(phase->detail == kMemoryRanOut);
    if (const auto* finished = std::get_if<RunFinished>(&happened.event))
        take_finished(*finished);
}

/// Nobody has paused it: it has run out of memory, or has told which file cannot be written.
void StudyQueue::leave_paused(bool lacks_memory) {
    if (leaves_run())
        return;
    setback_ =
        lacks_memory
            ? Error{.code = ErrorCode::OutOfMemory,
                    .message = "The run ran out of memory",
                    .hint = "Lower budget.batch_size or data.max_length in the base."}
            : Error{.code = ErrorCode::Io, .message = last_warning_.message, .hint = last_warning_.hint};
    host_.command(DiscardCommand{});
}

void StudyQueue::take_finished(const RunFinished& finished) {
    if (setback_)
        return fail(*setback_);
    switch (finished.cause) {
        case ExitCause::Completed:
        case ExitCause::EarlyStopped:
            return begin_measuring();
        case ExitCause::Failed:
            return fail(finished.error.value_or(Error{.message = "The run failed"}));
        case ExitCause::Stopped:
        case ExitCause::Discarded:
            break;
    }
    if (leaves_run())
        return leave_run();
    fail({.code = ErrorCode::Cancelled, .message = "The run was stopped before its end"});
}

void StudyQueue::begin_measuring() {
    const auto part = tasks_[*at_work_].part;
    if (part != StudyPart::Base) {
        const auto facts = read_run_facts(run_.run_folder);
        if (!facts)
            return fail(facts.error());
        take_facts(run_, *facts);
        run_.result_bytes = result_bytes(result_folder(run_.run_folder, *facts));
    }
    to_measure_.clear();
    if (part != StudyPart::Search)
        for (const auto on : measurements_of(plan_.settings, part == StudyPart::Race))
            to_measure_.push_back(on);
    measure_next();
}

void StudyQueue::measure_next() {
    if (leaves_run())
        return leave_run();
    if (to_measure_.empty()) {
        run_.state = MeasuredState::Measured;
        run_.measured_on = fingerprint_;
        take_wall_time();
        return end_task(TaskState::Measured);
    }
    std::filesystem::path result;
    if (tasks_[*at_work_].part == StudyPart::Race) {
        const auto facts = read_run_facts(run_.run_folder);
        if (!facts)
            return fail(facts.error());
        result = result_folder(run_.run_folder, *facts);
    }
    request_ = host_.evaluate(evaluate_request(plan_.settings, to_measure_.front(), config_, result));
}

void StudyQueue::take_report(const HostReply<EvaluationReport>& reply) {
    if (reply.request != request_)
        return;
    if (leaves_run())
        return leave_run();
    if (!reply.report)
        return fail(reply.report.error());
    keep_report(run_, to_measure_.front(), *reply.report);
    to_measure_.pop_front();
    measure_next();
}

void StudyQueue::fail(const Error& error) {
    run_.state = MeasuredState::Failed;
    run_.error = error.message;
    run_.error_hint = error.hint;
    take_wall_time();
    end_task(TaskState::Failed);
}

void StudyQueue::take_wall_time() {
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begun_;
    run_.wall_seconds = wall_before_ + wall.count();
}

void StudyQueue::keep_file() {
    if (const auto kept = folder_.keep(key_, run_); !kept)
        listener_.trouble(kept.error());
}

}  // namespace tunebench
