#include "core/engine/training/session.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include <fmt/format.h>

#include "core/data/training_sampler.h"
#include "core/engine/evaluation/evaluate.h"
#include "core/engine/guard.h"
#include "core/engine/memory/meter.h"
#include "core/engine/memory/step_recording.h"
#include "core/engine/tensor.h"
#include "core/engine/training/checkpoint_content.h"

namespace tunebench {
namespace {

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TrainingSession::TrainingSession(SessionParts parts)
    : parts_(std::move(parts)),
      sampler_(parts_.data.train.examples,
               training_sampler(parts_.config, parts_.trainee.model->tokens_before())),
      schedule_(find_schedule(parts_.config.schedule.id)),
      model_(parts_.trainee.model->config()) {
    sampler_.seek(parts_.state.position);
    plan_ = plan_batches(parts_.config.budget,
                         {.batches = sampler_.batches_per_epoch(), .tokens = sampler_.tokens_per_epoch()});
    // A run that ends by the clock has no last step to decay towards.
    const auto planned = plan_.steps > 0 ? plan_.steps : std::numeric_limits<std::int32_t>::max();
    span_ = schedule_span(parts_.config.schedule.params, planned);
}

TrainingSession::~TrainingSession() {
    parts_.trainee = {};
    // An accelerator that has failed throws here too; run() has told of it.
    [[maybe_unused]] const auto released = guarded<void>("releasing memory", []() -> Result<void> {
        release_kept_memory();
        return {};
    });
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
    phase_over("loading");
    announce_start();
    auto cause = train();
    write_recorded_step();
    auto finished = cause ? finish(*cause) : Result<RunFinished>(cause.error());
    report_memory();
    if (finished)
        return *std::move(finished);
    auto failed = summary(ExitCause::Failed);
    failed.error = finished.error();
    return failed;
}

Result<ExitCause> TrainingSession::train() {
    TRY(auto flow, before_first_step());
    announce(RunPhase::Training);
    while (flow == Flow::GoOn && !budget_is_used() && !is_out_of_patience()) {
        TRY(flow, obey_commands());
        if (flow == Flow::GoOn) {
            TRY(flow, next_step());
        }
    }
    if (flow == Flow::GoOn)
        return is_out_of_patience() ? ExitCause::EarlyStopped : ExitCause::Completed;
    return flow == Flow::Stop ? ExitCause::Stopped : ExitCause::Discarded;
}

/// A run that goes on makes up for an evaluation, or for samples, that were stopped.
Result<TrainingSession::Flow> TrainingSession::before_first_step() {
    const auto& state = parts_.state;
    if (state.step == 0) {
        TRY(const auto flow, do_or_pause({[this] { return measure_general(); }}));
        return flow == Flow::GoOn ? evaluate_planned() : flow;
    }
    if (!is_evaluation_due() || (state.evaluated_step == state.step && state.sampled_step == state.step))
        return Flow::GoOn;
    TRY(const auto flow, evaluate_planned());
    if (flow != Flow::GoOn || !is_best() || !parts_.config.checkpoints.keep_best)
        return flow;
    return do_or_pause({[this] { return save(); }});
}

Result<TrainingSession::Flow> TrainingSession::next_step() {
    bool is_done = false;
    TRY(const auto flow, do_or_pause({[&]() -> Result<void> {
            const auto before = parts_.state.step;
            TRY_VOID(one_step());
            is_done = parts_.state.step > before;
            return {};
        }}));
    return flow == Flow::GoOn && is_done ? after_step() : flow;
}

bool TrainingSession::budget_is_used() const {
    const auto& budget = parts_.config.budget;
    const bool out_of_time = budget.minutes > 0.0 && parts_.state.elapsed_seconds >= budget.minutes * 60.0;
    return out_of_time || (plan_.steps > 0 && parts_.state.step >= plan_.steps);
}

bool TrainingSession::is_evaluation_due() const {
    const auto every = parts_.state.adjusted.evaluation_every.value_or(parts_.config.evaluation.every);
    return budget_is_used() || is_due(every, parts_.state.step);
}

bool TrainingSession::is_out_of_patience() const {
    const auto patience = parts_.config.evaluation.patience;
    return patience > 0 && parts_.state.evaluations_without_gain >= patience;
}

double TrainingSession::base_rate() const {
    const auto& adjusted = parts_.state.adjusted.learning_rate;
    return adjusted ? *adjusted : *parts_.config.optimizer.params.find("learning_rate")->get<double>();
}

Result<void> TrainingSession::one_step() {
    const auto begin = std::chrono::steady_clock::now();
    auto& state = parts_.state;
    const auto& budget = parts_.config.budget;
    const auto& regularization = parts_.config.regularization;
    std::vector<Batch> batches;
    std::int64_t tokens = 0;
    const auto wanted = batches_of_step(plan_, state.step + 1, budget.accumulation);
    for (std::int64_t i = 0; i < wanted; ++i) {
        batches.push_back(sampler_.next());
        tokens += static_cast<std::int64_t>(batches.back().tokens.size());
    }
    const StepInput input{
        .step = state.step + 1,
        .learning_rate = base_rate() * state.rate_scale *
                         schedule_->factor(parts_.config.schedule.params, span_, state.step)};
    const StepSettings settings{
        .clip_norm = budget.clip_norm,
        .recompute_blocks = budget.recompute_blocks(),
        .dropout_seed = static_cast<std::uint64_t>(parts_.config.general.seed) * 0x100000001b3ULL +
                        static_cast<std::uint64_t>(state.step) * 0x10000ULL,
        .neftune_alpha = regularization.neftune_alpha,
        .loss_terms = {.label_smoothing = regularization.label_smoothing, .z_loss = regularization.z_loss},
        .loss_scale = state.loss_scale.scale,
        .update_in_backward = budget.update_in_backward};
    doing_ = "in the forward pass";
    std::optional<StepRecording> recording;
    if (records(input.step))
        recording.emplace();
    const auto observer = [this, &recording, left = std::ssize(batches)](std::string_view phase) mutable {
        phase_over(phase);
        if (recording)
            recording->phase_over(phase);
        if (phase == "optimizer")
            doing_ = "while averaging the weights";
        else if (phase == "forward")
            doing_ = "in the backward pass";
        else
            doing_ = --left > 0 ? "in the forward pass" : "while updating the weights";
    };
    const auto result = train_step(parts_.trainee, batches, input, settings, observer);
    if (!result.is_finite)
        return skip_for_loss_scale(result) ? Result<void>() : leave_out(input.step, result);
    if (parts_.trainee.average)
        parts_.trainee.average->update(input.step);
    if (recording)
        recorded_step_ = recording->timeline(input.step);
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

Result<TrainingSession::Flow> TrainingSession::after_step() {
    if (!records(parts_.state.step + 1))
        write_recorded_step();
    if (is_evaluation_due()) {
        TRY(const auto flow, evaluate_planned());
        if (flow != Flow::GoOn)
            return flow;
        announce(RunPhase::Training);
    }
    const auto& wanted = parts_.config.checkpoints;
    const bool keeps_best = is_best() && wanted.keep_best;
    if (budget_is_used() || keeps_best || is_due(wanted.every, parts_.state.step))
        return do_or_pause({[this] { return save(); }});
    return Flow::GoOn;
}

Result<TrainingSession::Flow> TrainingSession::evaluate_planned() {
    const auto& state = parts_.state;
    auto flow = Flow::GoOn;
    if (state.evaluated_step != state.step) {
        TRY(flow, do_or_pause({[this] { return evaluate(Occasion::Planned); }}));
    }
    if (flow == Flow::GoOn && state.evaluated_step != state.step) {
        TRY(flow, obey_commands());
    }
    if (flow == Flow::GoOn) {
        TRY(flow, do_or_pause({[this] { return sample_planned(); }}));
    }
    if (flow == Flow::GoOn && state.sampled_step != state.step) {
        TRY(flow, obey_commands());
    }
    return flow;
}

Result<RunFinished> TrainingSession::finish(ExitCause cause) {
    auto finished = summary(cause);
    if (cause == ExitCause::Discarded)
        return finished;
    const auto write = [&]() -> Result<void> {
        announce(RunPhase::Stopping);
        if (saved_step_ != parts_.state.step)
            TRY_VOID(save());
        TRY(finished.adapter, write_result(cause != ExitCause::Stopped));
        finished.peak_bytes = session_peak_;
        return {};
    };
    if (!parts_.trainee.model)  // it could not be brought back
        return not_written();
    auto flow = Flow::GoOn;
    if (cause == ExitCause::Stopped) {  // whoever stops a run waits for no memory and no room
        TRY(const bool is_written, attempt(write));
        flow = is_written ? Flow::GoOn : Flow::Stop;
    } else {
        TRY(flow, do_or_pause({write}));
    }
    if (flow == Flow::Discard)
        return summary(ExitCause::Discarded);
    if (flow == Flow::Stop && cause != ExitCause::Stopped && parts_.trainee.model)
        return finish(ExitCause::Stopped);  // tries once more: there may be room by now
    return flow == Flow::GoOn ? Result<RunFinished>(finished) : not_written();
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

}  // namespace tunebench
