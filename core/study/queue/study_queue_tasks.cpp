// Which tasks there are, what is known of them and in which order they come. Part of study_queue.h.
#include <algorithm>
#include <set>

#include "core/study/queue/study_queue.h"

namespace tunebench {
namespace {

std::vector<RateTry> tries_of(const StudyPlan& plan, const StudyArm& arm) {
    std::vector<RateTry> tries;
    if (arm.searches_rate)
        for (const double factor : plan.settings.rules.rate_factors)
            tries.push_back({.learning_rate = learning_rate_of(search_run(plan, arm, factor))});
    return tries;
}

}  // namespace

void StudyQueue::read_again() {
    if (!is_active_)
        restore();
}

void StudyQueue::restore() {
    results_ = {};
    for (const auto& arm : plan_.arms)
        results_.arms.push_back({.tries = tries_of(plan_, arm),
                                 .learning_rate = learning_rate_of(arm.config),
                                 .seeds = std::vector<std::optional<MeasuredRun>>(plan_.seeds())});
    knows_rate_.assign(plan_.arms.size(), false);
    tasks_ = study_tasks(plan_);
    if (const auto record = folder_.queue()) {
        restore_order(tasks_, plan_, *record);
        const std::set<std::string> skipped(record->skipped.begin(), record->skipped.end());
        const std::set<std::string> retried(record->retried.begin(), record->retried.end());
        for (auto& task : tasks_) {
            const auto name = task_name(plan_, task);
            if (skipped.contains(name))
                task.state = TaskState::Skipped;
            task.is_retried = retried.contains(name);
        }
    }
    for (auto& task : tasks_)
        if (task.part != StudyPart::Race)
            take_over(task);
    for (std::size_t arm = 0; arm < plan_.arms.size(); ++arm)
        choose_rate(arm);
}

/// What is done counts, whether it was to be skipped or not.
void StudyQueue::take_over(StudyTask& task) {
    const auto known = folder_.find(key_of(task));
    task.run = known.value_or(MeasuredRun{});
    if (known && is_done(task, *known))
        task.state = known->state == MeasuredState::Measured ? TaskState::Measured : TaskState::Failed;
    else if (task.state != TaskState::Skipped)
        task.state = TaskState::Waiting;
    keep(task);
}

bool StudyQueue::is_done(const StudyTask& task, const MeasuredRun& run) const {
    if (run.state == MeasuredState::Failed)
        return !task.is_retried;
    // Of the search only the validation loss counts.
    return run.state == MeasuredState::Measured &&
           (task.part == StudyPart::Search || run.measured_on == fingerprint_);
}

/// Once all its tries are over. The runs of the race follow the rate: those at another one are done anew.
void StudyQueue::choose_rate(std::size_t arm) {
    const bool is_search_over = std::ranges::all_of(tasks_, [arm](const StudyTask& task) {
        return task.arm != arm || task.part != StudyPart::Search || task.is_over();
    });
    auto& results = results_.arms[arm];
    knows_rate_[arm] = is_search_over;
    if (!is_search_over)
        return;
    results.learning_rate = best_rate(results.tries, learning_rate_of(plan_.arms[arm].config));
    for (auto& task : tasks_)
        if (task.arm == arm && task.part == StudyPart::Race && task.state != TaskState::AtWork)
            take_over(task);
    if (is_active_ && plan_.arms[arm].searches_rate)
        listener_.rate_chosen(plan_.arms[arm], results);
}

RunConfig StudyQueue::config_of(const StudyTask& task) const {
    const auto& arm = plan_.arms[task.arm];
    switch (task.part) {
        case StudyPart::Base:
            return arm.config;
        case StudyPart::Search:
            return search_run(plan_, arm, plan_.settings.rules.rate_factors[task.index]);
        case StudyPart::Race:
            break;
    }
    return race_run(plan_, arm, plan_.seed(task.index), results_.arms[task.arm].learning_rate);
}

std::string StudyQueue::key_of(const StudyTask& task) const {
    const auto config = config_of(task);
    return task.part == StudyPart::Base ? inputs_.key_of_base(config) : inputs_.key_of_run(config);
}

/// Puts what is known of the task into the results, or takes it out.
void StudyQueue::keep(const StudyTask& task) {
    const bool is_measured = task.state == TaskState::Measured;
    auto& arm = results_.arms[task.arm];
    switch (task.part) {
        case StudyPart::Base:
            results_.bases.erase(base_key(plan_.arms[task.arm].config));
            if (is_measured)
                results_.bases[base_key(plan_.arms[task.arm].config)] = task.run;
            break;
        case StudyPart::Search:
            arm.tries[task.index].validation_loss =
                is_measured ? task.run.best_validation_loss : MeasuredRun::kNone;
            break;
        case StudyPart::Race:
            arm.seeds[task.index].reset();
            if (is_measured || task.state == TaskState::Failed)
                arm.seeds[task.index] = task.run;
            break;
    }
}

void StudyQueue::wait_again(StudyTask& task) {
    task.state = TaskState::Waiting;
    task.is_retried = true;
    keep(task);
    if (task.part == StudyPart::Search)
        knows_rate_[task.arm] = false;
}

void StudyQueue::move(std::size_t from, std::size_t to) {
    if (!move_task(tasks_, from, to))
        return;
    if (at_work_)
        at_work_ = static_cast<std::size_t>(std::ranges::find(tasks_, TaskState::AtWork, &StudyTask::state) -
                                            tasks_.begin());
    save_order();
    tell_changed();
}

void StudyQueue::skip(std::size_t task) {
    if (task >= tasks_.size())
        return;
    if (task == at_work_) {
        is_skipping_ = true;
        return stop_run();
    }
    if (tasks_[task].state != TaskState::Waiting)
        return;
    tasks_[task].state = TaskState::Skipped;
    if (tasks_[task].part == StudyPart::Search)
        choose_rate(tasks_[task].arm);
    save_order();
    tell_changed();
}

void StudyQueue::retry(std::size_t task) {
    if (task >= tasks_.size())
        return;
    const auto& wanted = tasks_[task];
    const bool is_of_rate_at_work = wanted.part == StudyPart::Search && at_work_ &&
                                    tasks_[*at_work_].arm == wanted.arm &&
                                    tasks_[*at_work_].part == StudyPart::Race;
    if ((wanted.state != TaskState::Failed && wanted.state != TaskState::Skipped) || is_of_rate_at_work)
        return;
    wait_again(tasks_[task]);
    save_order();
    tell_changed();
}

void StudyQueue::retry_failed() {
    for (auto& task : tasks_)
        if (task.state == TaskState::Failed)
            wait_again(task);
}

std::optional<std::size_t> StudyQueue::next_ready() const {
    const auto found = std::ranges::find_if(tasks_, [this](const StudyTask& task) {
        return task.state == TaskState::Waiting && (task.part != StudyPart::Race || knows_rate_[task.arm]);
    });
    if (found == tasks_.end())
        return {};
    return static_cast<std::size_t>(found - tasks_.begin());
}

/// By all sessions.
double StudyQueue::spent_seconds() const {
    double sum = 0.0;
    for (const auto& task : tasks_)
        sum += task.run.wall_seconds;
    return sum;
}

std::optional<double> StudyQueue::remaining_seconds() const {
    const auto& rules = plan_.settings.rules;
    double sum = 0.0, runs = 0.0, left = 0.0;  // in runs of the race
    for (const auto& task : tasks_) {
        if (task.part == StudyPart::Base)
            continue;
        const double share = task.part == StudyPart::Search ? rules.rate_share : 1.0;
        if (task.state == TaskState::Waiting) {
            left += share;
        } else if (task.state == TaskState::Measured && task.run.wall_seconds > 0.0) {
            sum += task.run.wall_seconds;
            runs += share;
        }
    }
    if (runs <= 0.0)
        return {};
    return sum / runs * left;
}

void StudyQueue::save_order() {
    QueueRecord record{.wants_to_go_on = is_active_ || is_suspended_, .paths_from = plan_.settings.folder};
    for (const auto& task : tasks_) {
        record.order.push_back(task_name(plan_, task));
        if (task.state == TaskState::Skipped)
            record.skipped.push_back(record.order.back());
        if (task.is_retried)
            record.retried.push_back(record.order.back());
    }
    if (const auto kept = folder_.keep_queue(record); !kept)
        listener_.trouble(kept.error());
}

}  // namespace tunebench
