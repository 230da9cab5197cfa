#include "core/study/queue/study_queue.h"

#include <algorithm>
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
    for (const auto& arm : plan_.arms)
        results_.arms.push_back({.learning_rate = learning_rate_of(arm.config),
                                 .seeds = std::vector<std::optional<MeasuredRun>>(plan_.seeds())});
}

void StudyQueue::start() {
    queue_bases();
    next();
}

std::string StudyQueue::key_of(Part part, const RunConfig& config) const {
    return part == Part::Base ? inputs_.key_of_base(config) : inputs_.key_of_run(config);
}

void StudyQueue::add(Part part, std::size_t arm, std::size_t index, RunConfig config) {
    auto key = key_of(part, config);
    tasks_.push_back(
        {.part = part, .arm = arm, .index = index, .config = std::move(config), .key = std::move(key)});
}

void StudyQueue::queue_bases() {
    part_ = Part::Base;
    if (!measurements_of(plan_.settings, /*is_trained=*/false).empty())
        for (std::size_t arm = 0; arm < plan_.arms.size(); ++arm) {
            const auto key = key_of(Part::Base, plan_.arms[arm].config);
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
        listener_.rate_chosen(plan_.arms[arm], results);
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

std::string StudyQueue::part_name() const {
    switch (part_) {
        case Part::Base:
            return "untrained model";
        case Part::Search:
            return "rate search";
        case Part::Race:
            break;
    }
    return "race";
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

void StudyQueue::stop() {
    if (is_over() || is_stopping_)
        return;
    is_stopping_ = true;
    if (waits_for_resume_)
        return next();
    host_.command(StopCommand{});
    host_.cancel(request_);
}

void StudyQueue::keep(const MeasuredRun& run) {
    auto& arm = results_.arms[task_->arm];
    switch (task_->part) {
        case Part::Base:
            results_.bases[base_key(task_->config)] = run;
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
