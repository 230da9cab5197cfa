// What a session does when it is told to: commands take effect between steps.
#include <cmath>
#include <utility>

#include "core/engine/memory/meter.h"
#include "core/engine/training/checkpoint_content.h"
#include "core/engine/training/session.h"
#include "core/engine/training/session_setup.h"

namespace tunebench {
namespace {

bool needs_model(const Command& command) {
    return !std::holds_alternative<DiscardCommand>(command) &&
           !std::holds_alternative<AdjustCommand>(command);
}

}  // namespace

Result<TrainingSession::Flow> TrainingSession::obey_commands() {
    while (const auto command = commands_.take()) {
        TRY(const auto flow, obey(*command, /*is_paused=*/false));
        if (flow != Flow::GoOn)
            return flow;
    }
    return Flow::GoOn;
}

Result<TrainingSession::Flow> TrainingSession::obey(const Command& command, bool is_paused) {
    if (std::holds_alternative<StopCommand>(command))
        return Flow::Stop;
    if (std::holds_alternative<DiscardCommand>(command))
        return Flow::Discard;
    if (const auto* wanted = std::get_if<PauseCommand>(&command))
        return pause(wanted->release_memory);
    const auto* settings = std::get_if<AdjustCommand>(&command);
    if (settings && !adjust(*settings))
        return Flow::GoOn;
    const Action action = [&] { return do_now(command); };
    if (!is_paused && (settings || std::holds_alternative<SaveCommand>(command)))
        return do_or_pause({action});
    TRY_VOID(attempt(action));
    return Flow::GoOn;
}

Result<void> TrainingSession::do_now(const Command& command) {
    if (std::holds_alternative<SaveCommand>(command))
        return save();
    if (std::holds_alternative<EvaluateCommand>(command))
        return evaluate(Occasion::Asked);
    if (const auto* wanted = std::get_if<SampleCommand>(&command))
        return sample(wanted->prompts.empty() ? parts_.config.evaluation.samples : wanted->prompts,
                      wanted->sampling, Occasion::Asked);
    if (std::holds_alternative<AdjustCommand>(command))
        return save_adjustments();
    return {};
}

bool TrainingSession::adjust(const AdjustCommand& wanted) {
    const bool is_good = std::isfinite(wanted.learning_rate.value_or(1.0)) &&
                         wanted.learning_rate.value_or(1.0) > 0.0 && wanted.evaluation_every.value_or(0) >= 0;
    if (!is_good) {
        emit(RunWarning{.step = parts_.state.step,
                        .message = "The settings were not changed: no run may have these",
                        .hint = "A learning rate is more than 0, an evaluation every 0 or more steps."});
        return false;
    }
    auto& adjusted = parts_.state.adjusted;
    if (wanted.learning_rate) {
        adjusted.learning_rate = wanted.learning_rate;
        parts_.state.rate_scale = 1.0;  // what somebody sets is what the run trains with
    }
    if (wanted.evaluation_every) {
        const bool was_due = is_evaluation_due();
        adjusted.evaluation_every = wanted.evaluation_every;
        if (!was_due)  // else a resume would evaluate this step, which the run itself went past
            parts_.state.evaluated_step = parts_.state.sampled_step = parts_.state.step;
    }
    emit(SettingsChanged{.step = parts_.state.step,
                         .learning_rate = wanted.learning_rate,
                         .evaluation_every = wanted.evaluation_every});
    return true;
}

Result<void> TrainingSession::save_adjustments() {
    if (parts_.trainee.model)
        return save();
    std::vector<std::string> skipped;  // restore_model() tells of them
    const auto last = newest_valid_checkpoint(parts_.folder.checkpoints(), skipped);
    if (!last)
        return {};
    TRY(auto state, read_state(last->folder));
    state.adjusted = parts_.state.adjusted;
    state.rate_scale = parts_.state.rate_scale;
    if (state.step == parts_.state.step) {
        state.evaluated_step = parts_.state.evaluated_step;
        state.sampled_step = parts_.state.sampled_step;
    }
    auto manifest = last->manifest;
    manifest.created_at.clear();
    std::uint64_t bytes = 0;
    for (const auto& file : std::exchange(manifest.files, {}))
        bytes += file.bytes;
    TRY_VOID(write_checkpoint(
        parts_.folder.checkpoints(), manifest, bytes,
        [&](const std::filesystem::path& folder) { return copy_content(last->folder, folder, state); },
        *parts_.calls));
    return {};
}

Result<TrainingSession::Flow> TrainingSession::pause(bool release_memory, const std::string& reason) {
    const auto release = [this] { return release_model(); };
    if (release_memory)
        TRY_VOID(attempt(release));
    announce(RunPhase::Paused, reason);
    auto flow = Flow::GoOn;
    for (bool resumed = false; !resumed && flow == Flow::GoOn;) {
        const auto command = commands_.wait();
        if (const auto* again = std::get_if<PauseCommand>(&command)) {
            if (again->release_memory && parts_.trainee.model)
                TRY_VOID(attempt(release));
            announce(RunPhase::Paused, reason);
            continue;
        }
        if (needs_model(command) && !parts_.trainee.model) {
            TRY(const bool is_back, attempt([this] { return restore_model(); }));
            if (!is_back && std::holds_alternative<StopCommand>(command))
                return Flow::Stop;
            if (!is_back) {
                announce(RunPhase::Paused);
                continue;
            }
        }
        resumed = std::holds_alternative<ResumeCommand>(command);
        if (!resumed) {
            TRY(flow, obey(command, /*is_paused=*/true));
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
        TRY_VOID(save());
    parts_.trainee = {};
    release_kept_memory();
    return {};
}

Result<void> TrainingSession::restore_model() {
    announce(RunPhase::Loading);
    is_whole_ = false;  // until weights, state and what is saved are of one step
    std::vector<std::string> skipped;
    const auto checkpoint = newest_valid_checkpoint(parts_.folder.checkpoints(), skipped);
    for (auto& sentence : skipped)
        emit(RunWarning{.step = parts_.state.step,
                        .message = std::move(sentence),
                        .hint = "An older checkpoint is used instead."});
    if (!checkpoint && (saved_step_ >= 0 || !parts_.resumed_from.empty()))
        return Error{.code = ErrorCode::Corrupt,
                     .message = "No checkpoint of this run can be read any more",
                     .hint = "Look at the disk and its free space, then start the run again."};
    const auto& labels = parts_.data.labels;
    TRY(auto trainee,
        checkpoint ? make_trainee(parts_.config, labels) : make_starting_trainee(parts_.config, labels));
    auto state = starting_state(parts_.config, labels);
    if (checkpoint) {
        TRY(state, read_content(checkpoint->folder, trainee));
    }
    saved_step_ = checkpoint ? state.step : -1;
    const bool is_earlier = state.step != parts_.state.step;
    const bool was_adjusted = state.adjusted != parts_.state.adjusted;
    state.adjusted = parts_.state.adjusted;
    state.rate_scale = parts_.state.rate_scale;
    state.elapsed_seconds = parts_.state.elapsed_seconds;  // steps that are lost have taken their time too
    parts_.trainee = std::move(trainee);
    parts_.state = std::move(state);
    sampler_.seek(parts_.state.position);
    phase_over("loading");
    if (was_adjusted)
        TRY_VOID(save());
    is_whole_ = true;
    if (is_earlier) {
        parts_.resumed_from = checkpoint ? checkpoint->name() : std::string();
        announce_start();
    }
    return {};
}

}  // namespace tunebench
