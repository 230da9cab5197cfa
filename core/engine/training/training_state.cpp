#include "core/engine/training/training_state.h"

namespace tunebench {
namespace {

template <class Number>
Json or_null(const std::optional<Number>& number) {
    return number ? Json(*number) : Json(nullptr);
}

}  // namespace

Json to_json(const TrainingState& state) {
    return {{"step", state.step},
            {"epoch", state.position.epoch},
            {"batch", state.position.batch},
            {"tokens", state.tokens},
            {"last_loss", state.last_loss},
            {"best_loss", or_null(state.best_loss)},
            {"best_step", state.best_step},
            {"evaluations_without_gain", state.evaluations_without_gain},
            {"evaluated_step", state.evaluated_step},
            {"sampled_step", state.sampled_step},
            {"elapsed_seconds", state.elapsed_seconds},
            {"rate_scale", state.rate_scale},
            {"nonfinite_in_a_row", state.nonfinite_in_a_row},
            {"loss_scale", state.loss_scale.scale},
            {"loss_scale_is_dynamic", state.loss_scale.is_dynamic},
            {"steps_since_loss_scale_change", state.loss_scale.steps_since_change},
            {"skipped_steps", state.loss_scale.skipped_steps},
            {"learning_rate", or_null(state.adjusted.learning_rate)},
            {"evaluation_every", or_null(state.adjusted.evaluation_every)},
            {"labels", state.labels}};
}

namespace {

/// None, in checkpoints of before there were any.
Result<LossScale> loss_scale_from(const Json& json) {
    LossScale scale;
    TRY(const auto value, optional_number(json, "loss_scale"));
    if (!value)
        return scale;
    scale.scale = *value;
    TRY(scale.is_dynamic, json_boolean(json, "loss_scale_is_dynamic"));
    TRY(scale.steps_since_change, json_integer(json, "steps_since_loss_scale_change"));
    TRY(scale.skipped_steps, json_integer(json, "skipped_steps"));
    return scale;
}

}  // namespace

Result<TrainingState> training_state_from(const Json& json) {
    TrainingState state;
    TRY(state.step, json_integer(json, "step"));
    TRY(state.position.epoch, json_integer(json, "epoch"));
    TRY(state.position.batch, json_integer(json, "batch"));
    TRY(state.tokens, json_integer(json, "tokens"));
    TRY(state.last_loss, json_number(json, "last_loss"));
    TRY(state.best_loss, optional_number(json, "best_loss"));
    TRY(state.best_step, json_integer(json, "best_step"));
    TRY(state.evaluations_without_gain, json_integer(json, "evaluations_without_gain"));
    TRY(state.evaluated_step, json_integer(json, "evaluated_step"));
    TRY(const auto sampled, optional_integer(json, "sampled_step"));
    state.sampled_step = sampled.value_or(state.evaluated_step);
    TRY(state.elapsed_seconds, json_number(json, "elapsed_seconds"));
    TRY(const auto rate_scale, optional_number(json, "rate_scale"));
    state.rate_scale = rate_scale.value_or(1.0);
    TRY(const auto in_a_row, optional_integer(json, "nonfinite_in_a_row"));
    state.nonfinite_in_a_row = in_a_row.value_or(0);
    TRY(state.loss_scale, loss_scale_from(json));
    TRY(state.adjusted.learning_rate, optional_number(json, "learning_rate"));
    TRY(state.adjusted.evaluation_every, optional_integer(json, "evaluation_every"));
    if (find_member(json, "labels")) {
        TRY(state.labels, json_strings(json, "labels"));
    }
    return state;
}

}  // namespace tunebench
