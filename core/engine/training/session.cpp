#include "core/engine/training/session.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "core/data/batch_plan.h"
#include "core/engine/evaluation/evaluate.h"
#include "core/engine/guard.h"
#include "core/engine/memory/meter.h"
#include "core/engine/tensor.h"
#include "core/engine/training/checkpoint_content.h"

namespace tunebench {
namespace {

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

SamplerSettings training_settings(const RunConfig& config, const CausalModel& model) {
    return {.batch_size = config.budget.batch_size,
            .max_length = config.data.max_length,
            .tokens_before = model.tokens_before(),
            .packing = config.data.packing,
            .length_grouped = config.budget.length_grouped,
            .seed = config.general.seed};
}

}  // namespace

TrainingSession::TrainingSession(SessionParts parts)
    : parts_(std::move(parts)),
      sampler_(parts_.data.train.examples, training_settings(parts_.config, *parts_.trainee.model)),
      schedule_(find_schedule(parts_.config.schedule.id)) {
    sampler_.seek(parts_.state.position);
    total_steps_ = total_steps(parts_.config.budget, {.batches = sampler_.batches_per_epoch(),
                                                      .tokens = sampler_.tokens_per_epoch()});
    // A run that ends by the clock has no last step to decay towards.
    const auto planned = total_steps_ > 0 ? total_steps_ : std::numeric_limits<std::int32_t>::max();
    span_ = schedule_span(parts_.config.schedule.params, planned);
}

RunFinished TrainingSession::run(const EventSink& sink) {
    sink_ = &sink;
    RunFinished finished;
    try {
        finished = run_to_end();
    } catch (...) {
        finished = summary(ExitCause::Failed);
        finished.error = error_of_current_exception("training");
    }
    emit(finished);
    sink_ = nullptr;
    return finished;
}

RunFinished TrainingSession::run_to_end() {
    announce_start();
    auto cause = train();
    auto finished = cause ? finish(*cause) : Result<RunFinished>(cause.error());
    report_memory();
    if (finished)
        return *std::move(finished);
    auto failed = summary(ExitCause::Failed);
    failed.error = finished.error();
    return failed;
}

Result<ExitCause> TrainingSession::train() {
    if (parts_.state.step == 0) {
        if (!parts_.data.validation.examples.empty())
            TRY_VOID(evaluate());
        TRY_VOID(
            sample(parts_.config.evaluation.samples, {.max_tokens = parts_.config.evaluation.sample_tokens}));
    }
    announce(RunPhase::Training);
    while (!budget_is_used()) {
        TRY(const auto flow, obey_commands());
        if (flow != Flow::GoOn)
            return flow == Flow::Stop ? ExitCause::Stopped : ExitCause::Discarded;
        const auto before = parts_.state.step;
        TRY_VOID(one_step());
        if (parts_.state.step > before)
            TRY_VOID(after_step(budget_is_used()));
        const auto patience = parts_.config.evaluation.patience;
        if (patience > 0 && parts_.state.evaluations_without_gain >= patience)
            return ExitCause::EarlyStopped;
    }
    return ExitCause::Completed;
}

bool TrainingSession::budget_is_used() const {
    const auto& budget = parts_.config.budget;
    const bool out_of_time = budget.minutes > 0.0 && parts_.state.elapsed_seconds >= budget.minutes * 60.0;
    return out_of_time || (total_steps_ > 0 && parts_.state.step >= total_steps_);
}

Result<void> TrainingSession::one_step() {
    const auto begin = std::chrono::steady_clock::now();
    auto& state = parts_.state;
    const auto& budget = parts_.config.budget;
    const auto& regularization = parts_.config.regularization;
    std::vector<Batch> batches;
    std::int64_t tokens = 0;
    for (std::int64_t i = 0; i < budget.accumulation; ++i) {
        batches.push_back(sampler_.next());
        tokens += static_cast<std::int64_t>(batches.back().tokens.size());
    }
    const double base_rate = *parts_.config.optimizer.params.find("learning_rate")->get<double>();
    const StepInput input{
        .step = state.step + 1,
        .learning_rate = base_rate * state.rate_scale *
                         schedule_->factor(parts_.config.schedule.params, span_, state.step)};
    const StepSettings settings{
        .clip_norm = budget.clip_norm,
        .recompute_blocks = budget.gradient_checkpointing == GradientCheckpointing::EveryBlock,
        .dropout_seed = static_cast<std::uint64_t>(parts_.config.general.seed) * 0x100000001b3ULL +
                        static_cast<std::uint64_t>(state.step) * 0x10000ULL,
        .neftune_alpha = regularization.neftune_alpha,
        .loss_terms = {.label_smoothing = regularization.label_smoothing, .z_loss = regularization.z_loss},
        .loss_scale = state.loss_scale.scale,
        .update_in_backward = budget.update_in_backward};
    const auto result = train_step(parts_.trainee, batches, input, settings,
                                   [this](std::string_view phase) { phase_over(phase); });
    if (!result.is_finite)
        return skip_for_loss_scale(result) ? Result<void>() : leave_out(input.step, result);
    if (parts_.trainee.average)
        parts_.trainee.average->update(input.step);
    state.nonfinite_in_a_row = 0;
    const auto used_scale = state.loss_scale;
    state.loss_scale.after_good_step();
    state.step = input.step;
    state.position = sampler_.position();
    state.tokens += tokens;
    state.last_loss = result.loss;
    const auto seconds = seconds_since(begin);
    state.elapsed_seconds += seconds;
    announce_step(result, input.learning_rate, seconds, tokens, used_scale);
    return {};
}

Result<void> TrainingSession::after_step(bool is_last) {
    const auto& config = parts_.config;
    const auto step = parts_.state.step;
    bool is_best = false;
    if (is_last || is_due(config.evaluation.every, step)) {
        if (!parts_.data.validation.examples.empty()) {
            TRY(is_best, evaluate());
        }
        TRY_VOID(sample(config.evaluation.samples, {.max_tokens = config.evaluation.sample_tokens}));
        announce(RunPhase::Training);
    }
    const bool keeps_best = is_best && config.checkpoints.keep_best;
    if (!is_last && (keeps_best || is_due(config.checkpoints.every, step)))
        TRY_VOID(save(is_best));
    else if (is_last)
        TRY_VOID(save(is_best));
    return {};
}

Result<RunFinished> TrainingSession::finish(ExitCause cause) {
    auto finished = summary(cause);
    if (cause == ExitCause::Discarded)
        return finished;
    announce(RunPhase::Stopping);
    if (saved_step_ != parts_.state.step)
        TRY_VOID(save(false));
    TRY(finished.adapter, write_result(cause != ExitCause::Stopped));
    return finished;
}

RunFinished TrainingSession::summary(ExitCause cause) const {
    return {.cause = cause,
            .step = parts_.state.step,
            .training_loss = parts_.state.last_loss,
            .best_validation_loss = parts_.state.best_loss,
            .best_step = parts_.state.best_step,
            .peak_bytes = std::max(session_peak_, memory().peak_bytes),
            .tokens_per_second =
                session_seconds_ > 0.0 ? static_cast<double>(session_tokens_) / session_seconds_ : 0.0,
            .seconds = parts_.state.elapsed_seconds};
}

Result<TrainingSession::Flow> TrainingSession::obey_commands() {
    while (const auto command = commands_.take()) {
        TRY(const auto flow, obey(*command));
        if (flow != Flow::GoOn)
            return flow;
    }
    return Flow::GoOn;
}

Result<TrainingSession::Flow> TrainingSession::obey(const Command& command) {
    if (std::holds_alternative<StopCommand>(command))
        return Flow::Stop;
    if (std::holds_alternative<DiscardCommand>(command))
        return Flow::Discard;
    if (const auto* wanted = std::get_if<PauseCommand>(&command))
        return pause(wanted->release_memory);
    if (std::holds_alternative<SaveCommand>(command))
        TRY_VOID(save(false));
    if (std::holds_alternative<EvaluateCommand>(command) && !parts_.data.validation.examples.empty())
        TRY_VOID(evaluate());
    if (const auto* wanted = std::get_if<SampleCommand>(&command))
        TRY_VOID(sample(wanted->prompts.empty() ? parts_.config.evaluation.samples : wanted->prompts,
                        wanted->sampling));
    return Flow::GoOn;
}

Result<TrainingSession::Flow> TrainingSession::pause(bool release_memory) {
    if (release_memory)
        TRY_VOID(release_model());
    announce(RunPhase::Paused);
    auto flow = Flow::GoOn;
    for (bool resumed = false; !resumed && flow == Flow::GoOn;) {
        const auto command = commands_.wait();
        resumed = std::holds_alternative<ResumeCommand>(command);
        const bool needs_model = !resumed && !std::holds_alternative<PauseCommand>(command) &&
                                 !std::holds_alternative<DiscardCommand>(command);
        if ((resumed || needs_model) && !parts_.trainee.model)
            TRY_VOID(restore_model());
        if (!resumed && !std::holds_alternative<PauseCommand>(command)) {
            TRY(flow, obey(command));
            if (flow == Flow::GoOn)
                announce(RunPhase::Paused);
        }
    }
    if (flow == Flow::GoOn)
        announce(RunPhase::Training);
    return flow;
}

Result<void> TrainingSession::release_model() {
    if (saved_step_ != parts_.state.step)
        TRY_VOID(save(false));
    parts_.trainee = {};
    release_kept_memory();
    return {};
}

Result<void> TrainingSession::restore_model() {
    announce(RunPhase::Loading);
    TRY(parts_.trainee, make_trainee(parts_.config, parts_.data.labels));
    std::vector<std::string> skipped;
    const auto checkpoint = newest_valid_checkpoint(parts_.folder.checkpoints(), skipped);
    if (!checkpoint)
        return Error{.code = ErrorCode::NotFound,
                     .message = fmt::format("{} holds no valid checkpoint any more",
                                            parts_.folder.checkpoints().string()),
                     .hint = "The run cannot go on; start it again."};
    TRY(parts_.state, read_content(checkpoint->folder, parts_.trainee));
    sampler_.seek(parts_.state.position);
    return {};
}

}  // namespace tunebench
