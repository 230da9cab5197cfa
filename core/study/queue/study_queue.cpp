#include "core/study/queue/study_queue.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "core/run/checkpoint.h"
#include "core/study/queue/run_facts.h"

namespace tunebench {
namespace {

template <class Function, class... Values>
void tell(const Function& function, const Values&... values) {
    if (function)
        function(values...);
}

std::string_view part_name(int part) {
    constexpr std::string_view kNames[] = {"untrained model", "rate search", "race"};
    return kNames[part];
}

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

StudyQueue::StudyQueue(const StudyPlan& plan, const StudyFolder& folder, RunHost& host,
                       StudyListener listener)
    : plan_(plan),
      folder_(folder),
      host_(host),
      listener_(std::move(listener)),
      fingerprint_(measurement_fingerprint(plan.settings)) {
    for (const auto& arm : plan_.arms)
        results_.arms.push_back({.learning_rate = learning_rate_of(arm.config),
                                 .seeds = std::vector<std::optional<MeasuredRun>>(plan_.seeds())});
}

void StudyQueue::start() {
    queue_bases();
    next();
}

void StudyQueue::add(Part part, std::size_t arm, std::size_t index, RunConfig config) {
    auto key = part == Part::Base ? base_key(config) : StudyFolder::key_of(config);
    tasks_.push_back(
        {.part = part, .arm = arm, .index = index, .config = std::move(config), .key = std::move(key)});
}

void StudyQueue::queue_bases() {
    part_ = Part::Base;
    if (!measurements_of(plan_.settings, /*is_trained=*/false).empty())
        for (std::size_t arm = 0; arm < plan_.arms.size(); ++arm) {
            const auto key = base_key(plan_.arms[arm].config);
            if (std::ranges::none_of(tasks_, [&](const Task& task) { return task.key == key; }))
                add(Part::Base, arm, 0, plan_.arms[arm].config);
        }
    tasks_of_part_ = tasks_.size();
}

void StudyQueue::queue_search() {
    part_ = Part::Search;
    const auto& factors = plan_.settings.rules.rate_factors;
    for (std::size_t arm = 0; arm < plan_.arms.size(); ++arm)
        if (plan_.arms[arm].searches_rate)
            for (std::size_t i = 0; i < factors.size(); ++i) {
                add(Part::Search, arm, i, search_run(plan_, plan_.arms[arm], factors[i]));
                results_.arms[arm].tries.push_back({.learning_rate = learning_rate_of(tasks_.back().config)});
            }
    tasks_of_part_ = tasks_.size();
}

void StudyQueue::choose_rates() {
    for (std::size_t arm = 0; arm < plan_.arms.size(); ++arm) {
        auto& results = results_.arms[arm];
        if (!plan_.arms[arm].searches_rate)
            continue;
        results.learning_rate = best_rate(results.tries, results.learning_rate);
        tell(listener_.rate_chosen, plan_.arms[arm], results);
    }
}

/// Seed by seed, so that a study that is cut short has compared all methods.
void StudyQueue::queue_race() {
    part_ = Part::Race;
    for (std::size_t seed = 0; seed < plan_.seeds(); ++seed)
        for (std::size_t arm = 0; arm < plan_.arms.size(); ++arm)
            add(Part::Race, arm, seed,
                race_run(plan_, plan_.arms[arm], plan_.seed(seed), results_.arms[arm].learning_rate));
    tasks_of_part_ = tasks_.size();
}

void StudyQueue::next() {
    task_.reset();
    waits_for_resume_ = is_paused_ && !is_stopping_;
    while (!waits_for_resume_ && !is_over() && !begin_next()) {
    }
}

void StudyQueue::pause() {
    if (is_paused_)
        return;
    is_paused_ = expects_pause_ = true;
    host_.command(PauseCommand{});
}

void StudyQueue::resume() {
    is_paused_ = false;
    host_.command(ResumeCommand{});
    if (waits_for_resume_)
        next();
}

bool StudyQueue::begin_next() {
    if (is_stopping_) {
        end_ = StudyEnd::Stopped;
        return true;
    }
    if (tasks_.empty()) {
        if (part_ == Part::Base) {
            queue_search();
        } else if (part_ == Part::Search) {
            choose_rates();
            queue_race();
        } else {
            end_ = StudyEnd::Done;
        }
        return false;
    }
    task_ = std::move(tasks_.front());
    tasks_.pop_front();
    const auto before = folder_.find(task_->key);
    if (before)
        spent_seconds_ += before->wall_seconds;
    if (before && is_done(*before)) {
        keep(*before);
        return false;
    }
    if (is_out_of_time()) {
        end_ = StudyEnd::OutOfTime;
        return true;
    }
    begin(before);
    return true;
}

bool StudyQueue::is_done(const MeasuredRun& run) const {
    if (run.state == MeasuredState::Failed)
        return !retries_failed_;
    // Of the search only the validation loss counts.
    return run.state == MeasuredState::Measured && (part_ == Part::Search || run.measured_on == fingerprint_);
}

bool StudyQueue::is_out_of_time() const {
    const double limit = 60.0 * plan_.settings.rules.minutes;
    return limit > 0.0 && spent_seconds_ >= limit;
}

std::string StudyQueue::title() const {
    const auto& arm = plan_.arms[task_->arm];
    switch (task_->part) {
        case Part::Base:
            return std::filesystem::path(task_->config.model.path).filename().string();
        case Part::Search:
            return fmt::format("{}, learning rate {:g}", arm.name, learning_rate_of(task_->config));
        case Part::Race:
            break;
    }
    return fmt::format("{}, seed {}", arm.name, task_->config.general.seed);
}

void StudyQueue::begin(const std::optional<MeasuredRun>& before) {
    run_ = {.learning_rate = learning_rate_of(task_->config)};
    begun_ = std::chrono::steady_clock::now();
    wall_before_ = before ? before->wall_seconds : 0.0;
    if (before)
        spent_seconds_ -= wall_before_;  // counted again when the run ends
    is_out_of_memory_ = expects_pause_ = false;
    run_id_.clear();
    const auto number = tasks_of_part_ - tasks_.size();
    tell(listener_.run_begins, std::string(part_name(static_cast<int>(part_))), number, tasks_of_part_,
         title());
    if (part_ == Part::Base)
        begin_measuring();
    else if (!before || !go_on_with(*before))
        begin_training();
}

/// What a session before this one has left of the run.
bool StudyQueue::go_on_with(const MeasuredRun& before) {
    const std::filesystem::path folder = before.run_folder;
    std::error_code ignored;
    if (folder.empty() || !std::filesystem::exists(folder, ignored))
        return false;
    const auto facts = read_run_facts(folder);
    run_.run_folder = folder.string();
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

void StudyQueue::begin_training() {
    request_ = host_.start(task_->config);
}

void StudyQueue::stop() {
    if (is_over() || is_stopping_)
        return;
    is_stopping_ = true;
    if (waits_for_resume_)
        return next();
    host_.command(StopCommand{});
    host_.cancel(request_);
}

void StudyQueue::take(const HostEvent& event) {
    if (is_over() || !task_)
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
        if (is_stopping_)
            return next();
        return fail(started.folder.error());
    }
    run_id_ = started.run_id;
    run_.run_folder = started.folder->string();
    if (const auto kept = folder_.keep(task_->key, run_); !kept)
        tell(listener_.trouble, kept.error());
}

void StudyQueue::take_run_event(const HostRunEvent& happened) {
    if (!run_id_.empty() && happened.run_id != run_id_)
        return;
    tell(listener_.run_event, happened.event);
    if (const auto* phase = std::get_if<PhaseChanged>(&happened.event))
        if (!run_id_.empty() && phase->phase == RunPhase::Paused && !std::exchange(expects_pause_, false))
            leave_paused();
    if (const auto* finished = std::get_if<RunFinished>(&happened.event))
        take_finished(*finished);
}

/// Nobody has paused it: it has run out of memory.
void StudyQueue::leave_paused() {
    if (is_stopping_)
        return;
    is_out_of_memory_ = true;
    host_.command(DiscardCommand{});
}

void StudyQueue::take_finished(const RunFinished& finished) {
    if (is_out_of_memory_)
        return fail({.code = ErrorCode::OutOfMemory,
                     .message = "The run ran out of memory",
                     .hint = "Lower budget.batch_size or data.max_length in the base."});
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
    if (is_stopping_)
        return next();
    fail({.code = ErrorCode::Cancelled, .message = "The run was stopped before its end"});
}

void StudyQueue::begin_measuring() {
    if (part_ != Part::Base) {
        const auto facts = read_run_facts(run_.run_folder);
        if (!facts)
            return fail(facts.error());
        take_facts(run_, *facts);
        run_.result_bytes = result_bytes(result_folder(run_.run_folder, *facts));
    }
    to_measure_.clear();
    if (part_ != Part::Search)
        for (const auto on : measurements_of(plan_.settings, part_ == Part::Race))
            to_measure_.push_back(on);
    measure_next();
}

void StudyQueue::measure_next() {
    if (is_stopping_)
        return next();
    if (to_measure_.empty()) {
        run_.state = MeasuredState::Measured;
        run_.measured_on = fingerprint_;
        return end_task();
    }
    std::filesystem::path result;
    if (part_ == Part::Race) {
        const auto facts = read_run_facts(run_.run_folder);
        if (!facts)
            return fail(facts.error());
        result = result_folder(run_.run_folder, *facts);
    }
    request_ = host_.evaluate(evaluate_request(plan_.settings, to_measure_.front(), task_->config, result));
}

void StudyQueue::take_report(const HostReply<EvaluationReport>& reply) {
    if (reply.request != request_)
        return;
    if (is_stopping_)
        return next();
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
    end_task();
}

void StudyQueue::end_task() {
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begun_;
    run_.wall_seconds = wall_before_ + wall.count();
    spent_seconds_ += run_.wall_seconds;
    if (const auto kept = folder_.keep(task_->key, run_); !kept)
        tell(listener_.trouble, kept.error());
    tell(listener_.run_ends, title(), run_);
    keep(run_);
    next();
}

void StudyQueue::keep(const MeasuredRun& run) {
    auto& arm = results_.arms[task_->arm];
    switch (task_->part) {
        case Part::Base:
            results_.bases[task_->key] = run;
            break;
        case Part::Search:
            if (run.state == MeasuredState::Measured)
                arm.tries[task_->index].validation_loss = run.best_validation_loss;
            break;
        case Part::Race:
            arm.seeds[task_->index] = run;
            break;
    }
}

std::optional<double> StudyQueue::remaining_seconds() const {
    double sum = 0.0;
    std::size_t known = 0;
    for (const auto& arm : results_.arms)
        for (const auto& run : arm.seeds)
            if (run && run->wall_seconds > 0.0) {
                sum += run->wall_seconds;
                ++known;
            }
    if (part_ != Part::Race || known == 0)
        return {};
    return sum / static_cast<double>(known) * static_cast<double>(tasks_.size());
}

}  // namespace tunebench
