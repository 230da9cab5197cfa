#include "core/study/queue/study_queue.h"

#include <utility>

#include <fmt/format.h>

namespace tunebench {

StudyQueue::StudyQueue(const StudyPlan& plan, const StudyFolder& folder, RunHost& host,
                       StudyListener listener)
    : plan_(plan),
      folder_(folder),
      host_(host),
      listener_(std::move(listener)),
      fingerprint_(measurement_fingerprint(plan.settings, inputs_)) {
    restore();
}

void StudyQueue::start() {
    if (is_active_)
        return;
    end_.reset();
    is_active_ = true;
    is_stopping_ = is_suspended_ = is_paused_ = false;
    save_order();
    for (const auto& file : trained_and_judged(plan_.settings))
        listener_.trouble({.code = ErrorCode::InvalidArgument,
                           .message = fmt::format("{} is trained on and judged by as well", file.string()),
                           .hint = "Judge by other text, or by another slice of the file: the loss on it "
                                   "says what was memorised."});
    for (std::size_t arm = 0; arm < plan_.arms.size(); ++arm)
        if (plan_.arms[arm].searches_rate && knows_rate_[arm])
            listener_.rate_chosen(plan_.arms[arm], results_.arms[arm]);
    next();
}

void StudyQueue::next() {
    at_work_.reset();
    if (is_stopping_)
        return finish(StudyEnd::Stopped);
    if (is_paused_)
        return tell_changed();
    const auto task = next_ready();
    if (!task)
        return finish(StudyEnd::Done);
    const double limit = 60.0 * plan_.settings.rules.minutes;
    if (limit > 0.0 && spent_seconds() >= limit)
        return finish(StudyEnd::OutOfTime);
    begin(*task);
}

void StudyQueue::finish(StudyEnd end) {
    end_ = end;
    is_active_ = false;
    save_order();
    tell_changed();
}

void StudyQueue::stop() {
    if (!is_active_ || is_stopping_)
        return;
    is_stopping_ = true;
    if (!at_work_)
        return next();
    stop_run();
}

void StudyQueue::suspend() {
    is_suspended_ = is_active_;
    stop();
}

void StudyQueue::stop_run() {
    host_.command(StopCommand{});
    host_.cancel(request_);
}

/// The run at work has ended because it was asked to.
void StudyQueue::leave_run() {
    take_wall_time();
    if (is_skipping_)
        return end_task(TaskState::Skipped);
    auto& task = tasks_[*at_work_];
    task.state = TaskState::Waiting;
    task.run = run_;
    keep_file();
    next();
}

void StudyQueue::pause() {
    if (is_paused_)
        return;
    host_.command(PauseCommand{});
    take_command(PauseCommand{});
}

void StudyQueue::resume() {
    host_.command(ResumeCommand{});
    take_command(ResumeCommand{});
}

void StudyQueue::take_command(const Command& command) {
    if (std::holds_alternative<PauseCommand>(command)) {
        is_paused_ = true;
    } else if (std::holds_alternative<ResumeCommand>(command)) {
        is_paused_ = false;
        if (!at_work_ && is_active_)
            return next();
    } else if (std::holds_alternative<StopCommand>(command) ||
               std::holds_alternative<DiscardCommand>(command)) {
        is_skipping_ = at_work_.has_value();
    }
    tell_changed();
}

/// Where the task at work ends, whatever its end is.
void StudyQueue::end_task(TaskState state) {
    auto& task = tasks_[*at_work_];
    task.state = state;
    task.run = run_;
    const bool was_retried = std::exchange(task.is_retried, false);
    keep_file();
    if (state != TaskState::Skipped) {
        keep(task);
        listener_.run_ends(task_title(plan_, task), run_);
    }
    if (task.part == StudyPart::Search)
        choose_rate(task.arm);
    is_paused_ = is_paused_ || (state == TaskState::Failed && pauses_on_error_);
    if (state == TaskState::Skipped || was_retried)
        save_order();
    next();
}

}  // namespace tunebench
