// What a session does about a step whose loss or gradients are not finite: nothing was changed by it.
#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "core/engine/training/checkpoint_content.h"
#include "core/engine/training/session.h"
#include "core/run/retention.h"

namespace tunebench {
namespace {

constexpr std::int64_t kMostNonfiniteInARow = 10;

std::string text_of(std::int64_t step, const StepResult& result) {
    return fmt::format("Step {} gave a loss of {} and a gradient norm of {}", step, result.loss,
                       result.gradient_norm);
}

Error nonfinite(std::int64_t step, const StepResult& result) {
    return {.code = ErrorCode::InvalidArgument,
            .message = text_of(step, result) + ": the weights were not changed",
            .hint =
                "Lower the learning rate or the clipping norm, or lengthen the warm-up; then resume from the "
                "last checkpoint or start again.",
            .field = "optimizer.learning_rate"};
}

/// What updates in backward cannot take back.
Error partly_updated(std::int64_t step, const StepResult& result) {
    return {.code = ErrorCode::InvalidArgument,
            .message = text_of(step, result) + ": some weights of this step had already been updated",
            .hint = "Resume from the last checkpoint, with a lower learning rate or update_in_backward off.",
            .field = "budget.update_in_backward"};
}

}  // namespace

Result<void> TrainingSession::leave_out(std::int64_t step, const StepResult& result) {
    const auto policy = parts_.config.general.on_nonfinite;
    auto& state = parts_.state;
    const bool goes_back = policy == OnNonfinite::RollBack && newest_planned_checkpoint();
    if (policy == OnNonfinite::Stop || (result.is_partly_done && !goes_back) ||
        ++state.nonfinite_in_a_row >= kMostNonfiniteInARow)
        return result.is_partly_done ? partly_updated(step, result) : nonfinite(step, result);
    state.position = sampler_.position();
    if (policy == OnNonfinite::RollBack) {
        TRY_VOID(roll_back());
        emit(RunWarning{.step = step,
                        .message = text_of(step, result) +
                                   fmt::format(": back to step {}, with {:g} of the learning rate",
                                               state.step, state.rate_scale),
                        .hint = "If it goes on, start again with a lower learning rate."});
    } else {
        emit(RunWarning{.step = step,
                        .message = text_of(step, result) + ": its batch was left out",
                        .hint = "Look for broken examples, or lower the learning rate."});
    }
    return {};
}

bool TrainingSession::skip_for_loss_scale(const StepResult& result) {
    if (!std::isfinite(result.loss) || !parts_.state.loss_scale.shrink())
        return false;
    parts_.state.position = sampler_.position();
    return true;
}

std::optional<Checkpoint> TrainingSession::newest_planned_checkpoint() const {
    auto all = list_checkpoints(parts_.folder.checkpoints());
    for (auto it = all.rbegin(); it != all.rend(); ++it)
        if (is_planned_checkpoint(parts_.config.checkpoints, *it))
            if (auto checkpoint = open_checkpoint(it->folder, /*verify_hashes=*/true))
                return *std::move(checkpoint);
    return std::nullopt;
}

Result<void> TrainingSession::roll_back() {
    auto& state = parts_.state;
    state.rate_scale /= 2.0;
    const auto checkpoint = newest_planned_checkpoint();
    if (!checkpoint)
        return {};  // what there is, is of the last good step
    is_whole_ = false;
    TRY(auto restored, read_content(checkpoint->folder, parts_.trainee));
    const bool was_adjusted = restored.adjusted != state.adjusted;
    restored.position = state.position;
    restored.tokens = state.tokens;
    restored.elapsed_seconds = state.elapsed_seconds;
    restored.rate_scale = state.rate_scale;
    restored.adjusted = state.adjusted;
    restored.loss_scale = state.loss_scale;
    restored.nonfinite_in_a_row = state.nonfinite_in_a_row;
    state = std::move(restored);
    saved_step_ = state.step;
    if (was_adjusted)  // what has the change so far may be among what goes now
        TRY_VOID(write_state());
    is_whole_ = true;
    // Resuming must not take what was saved, between two planned ones, of the course that is left here.
    TRY(auto left, remove_checkpoints_after(parts_.folder.checkpoints(), state.step));
    std::ranges::move(left, std::back_inserter(left_checkpoints_));
    parts_.resumed_from = checkpoint->name();
    announce_start();
    announce(RunPhase::Training);
    return {};
}

}  // namespace tunebench
