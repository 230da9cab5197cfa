#include "tests/support/fake_session.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "core/run/general_data.h"
#include "tests/support/fake_memory.h"
#include "tests/support/fake_speech.h"

namespace tunebench::test {
namespace {

constexpr std::uint64_t kFakeBytes = std::uint64_t{3} << 20;
constexpr double kFirstLossScale = 65536.0;
constexpr double kFakeStepSeconds = 0.1;
constexpr std::int64_t kRecordedStep = 3;

std::int64_t total_steps(const BudgetSection& budget) {
    auto steps = std::numeric_limits<std::int64_t>::max();
    if (budget.steps > 0)
        steps = budget.steps;
    if (budget.epochs > 0)
        steps = std::min(steps, static_cast<std::int64_t>(std::ceil(budget.epochs * kFakeStepsPerEpoch)));
    if (budget.tokens > 0)
        steps = std::min(steps, (budget.tokens + kFakeTokensPerStep - 1) / kFakeTokensPerStep);
    if (budget.minutes > 0)
        steps =
            std::min(steps, static_cast<std::int64_t>(std::ceil(60.0 * budget.minutes / kFakeStepSeconds)));
    return steps;
}

/// The clock alone ends the run: how many steps it takes is not known when it starts.
bool is_planned(const BudgetSection& budget) {
    return budget.steps > 0 || budget.epochs > 0 || budget.tokens > 0;
}

/// What it trains with is a hundred times as much: its four numbers are far from their target.
constexpr double kRateFactor = 100.0;

double learning_rate(const RunConfig& config, const FakeState& state) {
    const auto* rate = config.optimizer.params.find("learning_rate");
    const double own = rate && rate->get<double>() ? *rate->get<double>() : 0.0002;
    return kRateFactor * state.learning_rate.value_or(own);
}

/// What a run that computes in 16 bits tells of its gradients. It depends on the step alone, so that a
/// resumed run tells the same.
void add_gradient_range(StepDone& done, const PrecisionSection& precision) {
    if (precision.compute == NumberType::Fp32)
        return;
    const bool is_dynamic = precision.loss_scale == 0.0 && precision.compute == NumberType::Fp16;
    const bool has_fallen = is_dynamic && done.step >= kFakeScaleFallsAt;
    const double fixed = precision.loss_scale > 0.0 ? precision.loss_scale : 1.0;
    done.loss_scale = !is_dynamic ? fixed : has_fallen ? kFirstLossScale / 2.0 : kFirstLossScale;
    done.gradient_underflow = 0.03 + 0.01 * std::sin(static_cast<double>(done.step) / 7.0);
    done.gradient_overflow = 0.0;
    done.skipped_steps = has_fallen ? 1 : 0;
}

}  // namespace

FakeSession::FakeSession(RunConfig config, RunFolder folder, FakeEngineOptions options, FakeState state,
                         std::string resumed_from)
    : config_(std::move(config)),
      folder_(std::move(folder)),
      options_(options),
      total_steps_(total_steps(config_.budget)),
      resumed_from_(std::move(resumed_from)),
      state_(state),
      first_step_(state.step),
      saved_step_(resumed_from_.empty() ? -1 : state.step) {}

void FakeSession::command(Command command) {
    {
        const std::lock_guard lock(mutex_);
        commands_.push_back(std::move(command));
    }
    arrived_.notify_one();
}

bool FakeSession::has_command() {
    const std::lock_guard lock(mutex_);
    return !commands_.empty();
}

Result<Generation> FakeSession::generate(const GenerateRequest& request, const CancelToken& cancel,
                                         const ProgressSink& sink) {
    if (is_released_)
        return Error{.code = ErrorCode::NotFound, .message = "The model of the run is not in memory"};
    return speak(fmt::format("step {}", state_.step), request, options_.token_duration, cancel, sink);
}

RunFinished FakeSession::run(const EventSink& sink) {
    sink_ = &sink;
    start();
    auto trained = train();
    if (trained && end_ != ExitCause::Discarded)
        trained = finish_files();
    auto finished = finish(trained);
    sink(finished);
    return finished;
}

void FakeSession::start() {
    (*sink_)(RunStarted{.first_step = first_step_,
                        .total_steps = is_planned(config_.budget) ? total_steps_ : 0,
                        .total_parameters = 1000,
                        .trainable_parameters = 4,
                        .training_examples = 24,
                        .validation_examples = has_validation() ? 4 : 0,
                        .predicted_peak_bytes = kFakeBytes,
                        .threads = 1,
                        .device = "cpu",
                        .torch_version = "fake",
                        .resumed_from = resumed_from_});
    if (state_.learning_rate || state_.evaluation_every)
        tell_adjusted(state_.learning_rate, state_.evaluation_every);
    if (state_.step == 0)
        measure_general();
    phase(RunPhase::Training);
}

Result<void> FakeSession::train() {
    while (true) {
        TRY_VOID(obey_commands());
        if (is_over())
            return {};
        const auto before = state_.step;
        TRY_VOID(step());
        const auto done = state_.step;
        if (done == before)
            continue;
        const auto every = state_.evaluation_every.value_or(config_.evaluation.every);
        if (every > 0 && done % every == 0)
            evaluate();
        if (config_.checkpoints.every > 0 && done % config_.checkpoints.every == 0)
            TRY_VOID(save(/*is_best=*/false));
    }
}

bool FakeSession::is_over() const {
    return end_.has_value() || state_.step >= total_steps_;
}

Result<void> FakeSession::step() {
    const auto number = state_.step + 1;
    std::this_thread::sleep_for(options_.step_duration);
    if (number == options_.throw_at)
        throw std::runtime_error("the fake engine was told to throw");
    if (number == options_.out_of_memory_at) {
        options_.out_of_memory_at = 0;
        return run_out_of_memory();
    }
    const bool is_nonfinite = number == options_.nonfinite_at;
    auto next = state_;
    const double rate = learning_rate(config_, state_);
    last_loss_ = train_step(next, rate);
    if (is_nonfinite)
        last_loss_ = std::numeric_limits<double>::quiet_NaN();
    else
        state_ = next;
    StepDone done = {.step = number,
                     .loss = last_loss_,
                     .learning_rate = rate,
                     .gradient_norm = std::sqrt(std::abs(last_loss_)),
                     .epoch = static_cast<double>(number) / kFakeStepsPerEpoch,
                     .tokens = number * kFakeTokensPerStep,
                     .tokens_per_second = 1000.0,
                     .step_seconds = kFakeStepSeconds,
                     .elapsed_seconds = kFakeStepSeconds * static_cast<double>(number),
                     .remaining_seconds = kFakeStepSeconds * static_cast<double>(total_steps_ - number),
                     .memory_bytes = kFakeBytes / 2,
                     .memory_peak_bytes = kFakeBytes};
    add_gradient_range(done, config_.precision);
    (*sink_)(done);
    if (number == kRecordedStep)
        TRY_VOID(write_step_timeline(folder_.path(), fake_timeline(number)));
    if (is_nonfinite)
        return Error{.code = ErrorCode::Internal,
                     .message = fmt::format("The loss of step {} is not finite", number),
                     .hint = "Lower the learning rate.",
                     .field = "optimizer.learning_rate"};
    return {};
}

/// The step is done again after the pause.
Result<void> FakeSession::run_out_of_memory() {
    (*sink_)(RunWarning{.step = state_.step,
                        .message = fmt::format("Memory ran out after step {}", state_.step),
                        .hint = "With budget.batch_size=1 a new run needs less."});
    return pause("memory ran out");
}

std::optional<Command> FakeSession::next_command(bool wait) {
    std::unique_lock lock(mutex_);
    if (wait)
        arrived_.wait(lock, [this] { return !commands_.empty(); });
    if (commands_.empty())
        return std::nullopt;
    auto command = std::move(commands_.front());
    commands_.pop_front();
    return command;
}

Result<void> FakeSession::obey_commands() {
    while (!end_) {
        const auto command = next_command(/*wait=*/false);
        if (!command)
            return {};
        TRY_VOID(obey(*command));
    }
    return {};
}

Result<void> FakeSession::obey(const Command& command) {
    if (const auto* wanted = std::get_if<PauseCommand>(&command)) {
        is_released_ |= wanted->release_memory;
        if (!paused_)
            return pause();
    }
    if (std::holds_alternative<ResumeCommand>(command))
        paused_ = false;
    else if (std::holds_alternative<StopCommand>(command))
        end_ = ExitCause::Stopped;
    else if (std::holds_alternative<DiscardCommand>(command))
        end_ = ExitCause::Discarded;
    else if (const auto* wanted = std::get_if<SampleCommand>(&command))
        sample(wanted->prompts.empty() ? config_.evaluation.samples : wanted->prompts);
    else if (std::holds_alternative<SaveCommand>(command))
        return save(/*is_best=*/false);
    else if (std::holds_alternative<EvaluateCommand>(command))
        evaluate();
    else if (const auto* adjustment = std::get_if<AdjustCommand>(&command))
        return adjust(*adjustment);
    return {};
}

Result<void> FakeSession::adjust(const AdjustCommand& wanted) {
    if (wanted.learning_rate)
        state_.learning_rate = wanted.learning_rate;
    if (wanted.evaluation_every)
        state_.evaluation_every = wanted.evaluation_every;
    saved_step_ = -1;
    TRY_VOID(save(/*is_best=*/false));
    tell_adjusted(wanted.learning_rate, wanted.evaluation_every);
    return {};
}

void FakeSession::tell_adjusted(const std::optional<double>& rate, const std::optional<std::int64_t>& every) {
    (*sink_)(SettingsChanged{.step = state_.step, .learning_rate = rate, .evaluation_every = every});
}

Result<void> FakeSession::pause(const std::string& reason) {
    paused_ = true;
    phase(RunPhase::Paused, reason);
    while (paused_ && !end_) {
        TRY_VOID(obey(*next_command(/*wait=*/true)));
        if (paused_ && !end_)
            phase(RunPhase::Paused);
    }
    is_released_ = false;
    if (!end_)
        phase(RunPhase::Training);
    return {};
}

bool FakeSession::has_validation() const {
    return !config_.data.validation.empty() || config_.data.validation_share > 0;
}

void FakeSession::evaluate() {
    if (!has_validation())
        return;
    phase(RunPhase::Evaluating);
    const double loss = validation_loss(state_);
    const bool is_best = loss < state_.best_loss - config_.evaluation.min_delta;
    state_.evaluations_without_gain = is_best ? 0 : state_.evaluations_without_gain + 1;
    if (is_best) {
        state_.best_loss = loss;
        state_.best_step = state_.step;
    }
    evaluated_step_ = state_.step;
    (*sink_)(EvaluationDone{.step = state_.step,
                            .loss = loss,
                            .perplexity = std::exp(loss),
                            .token_accuracy = 0.5,
                            .tokens = 40,
                            .seconds = 0.01,
                            .is_best = is_best});
    sample(config_.evaluation.samples);
    if (config_.evaluation.patience > 0 && state_.evaluations_without_gain >= config_.evaluation.patience)
        end_ = ExitCause::EarlyStopped;
    phase(RunPhase::Training);
}

/// A little is forgotten with every step.
void FakeSession::measure_general() {
    if (config_.evaluation.general_file.empty())
        return;
    const double loss = 2.0 + 0.001 * static_cast<double>(state_.step);
    (*sink_)(MetricsMeasured{.step = state_.step,
                             .elapsed_seconds = kFakeStepSeconds * static_cast<double>(state_.step),
                             .values = {{kGeneralLoss, loss}}});
}

void FakeSession::sample(const std::vector<std::string>& prompts) {
    for (const auto& prompt : prompts)
        (*sink_)(SampleDone{.step = state_.step,
                            .prompt = prompt,
                            .text = fmt::format("answer after {} steps", state_.step)});
}

Result<void> FakeSession::save(bool is_best) {
    if (saved_step_ == state_.step)
        return {};
    phase(RunPhase::Saving);
    const auto checkpoints = folder_.checkpoints();
    const bool disk_is_full = options_.disk_full_at > 0 && state_.step >= options_.disk_full_at;
    CheckpointManifest manifest = {.step = state_.step,
                                   .run_id = folder_.manifest().id,
                                   .is_best = is_best || state_.best_step == state_.step};
    if (evaluated_step_ == state_.step)
        manifest.validation_loss = validation_loss(state_);
    const auto needed = disk_is_full ? std::uint64_t{1} << 62 : std::uint64_t{4096};
    TRY(const auto written,
        write_checkpoint(checkpoints, manifest, needed, [this](const std::filesystem::path& folder) {
            return save_fake_state(state_, folder);
        }));
    TRY(auto removed, retain_checkpoints(checkpoints, {.keep_last = config_.checkpoints.keep_last,
                                                       .keep_best = config_.checkpoints.keep_best}));
    saved_step_ = state_.step;
    (*sink_)(CheckpointSaved{.step = state_.step,
                             .name = written.name(),
                             .bytes = 500,
                             .seconds = 0.01,
                             .is_best = manifest.is_best,
                             .removed = std::move(removed)});
    phase(RunPhase::Training);
    return {};
}

Result<void> FakeSession::finish_files() {
    if (end_ == ExitCause::Stopped)
        phase(RunPhase::Stopping);
    else if (evaluated_step_ != state_.step)
        evaluate();
    if (end_ != ExitCause::Stopped)
        measure_general();
    TRY_VOID(save(/*is_best=*/false));
    std::error_code ignored;
    std::filesystem::create_directories(folder_.adapter(), ignored);
    return save_fake_weights(state_, folder_.adapter());
}

RunFinished FakeSession::finish(const Result<void>& trained) {
    RunFinished finished = {.cause = end_.value_or(ExitCause::Completed),
                            .step = state_.step,
                            .training_loss = last_loss_,
                            .best_step = state_.best_step,
                            .peak_bytes = kFakeBytes,
                            .tokens_per_second = 1000.0,
                            .seconds = 0.1 * static_cast<double>(state_.step - first_step_)};
    if (std::isfinite(state_.best_loss))
        finished.best_validation_loss = state_.best_loss;
    if (!trained) {
        finished.cause = ExitCause::Failed;
        finished.error = trained.error();
    } else if (finished.cause != ExitCause::Discarded) {
        finished.adapter = "adapter";
    }
    return finished;
}

void FakeSession::phase(RunPhase phase, const std::string& detail) {
    (*sink_)(PhaseChanged{.phase = phase, .step = state_.step, .detail = detail});
}

}  // namespace tunebench::test
