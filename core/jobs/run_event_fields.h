// The fields of every event with the keys that events.jsonl stores: written once, used for writing and
// reading. Part of run_event_json.cpp. Keys never change.
#pragma once

#include <concepts>

#include "core/jobs/run_event.h"

namespace tunebench {

/// E is the event or the const event.
template <class E, class Event>
concept EventOf = std::same_as<std::remove_const_t<E>, Event>;

template <EventOf<RunStarted> E, class Visit>
void visit_fields(E& event, Visit visit) {
    visit("first_step", event.first_step);
    visit("total_steps", event.total_steps);
    visit("total_parameters", event.total_parameters);
    visit("trainable_parameters", event.trainable_parameters);
    visit("training_examples", event.training_examples);
    visit("validation_examples", event.validation_examples);
    visit("truncated_examples", event.truncated_examples);
    visit("skipped_examples", event.skipped_examples);
    visit("predicted_peak_bytes", event.predicted_peak_bytes);
    visit("threads", event.threads);
    visit("device", event.device);
    visit("torch_version", event.torch_version);
    visit("resumed_from", event.resumed_from);
}

template <EventOf<PhaseChanged> E, class Visit>
void visit_fields(E& event, Visit visit) {
    visit("phase", event.phase);
    visit("step", event.step);
    visit("detail", event.detail);
    visit("share", event.share);
}

template <EventOf<StepDone> E, class Visit>
void visit_fields(E& event, Visit visit) {
    visit("step", event.step);
    visit("loss", event.loss);
    visit("learning_rate", event.learning_rate);
    visit("gradient_norm", event.gradient_norm);
    visit("epoch", event.epoch);
    visit("tokens", event.tokens);
    visit("tokens_per_second", event.tokens_per_second);
    visit("step_seconds", event.step_seconds);
    visit("elapsed_seconds", event.elapsed_seconds);
    visit("remaining_seconds", event.remaining_seconds);
    visit("memory_bytes", event.memory_bytes);
    visit("memory_peak_bytes", event.memory_peak_bytes);
    visit("loss_scale", event.loss_scale);
    visit("gradient_underflow", event.gradient_underflow);
    visit("gradient_overflow", event.gradient_overflow);
    visit("skipped_steps", event.skipped_steps);
}

template <EventOf<EvaluationDone> E, class Visit>
void visit_fields(E& event, Visit visit) {
    visit("step", event.step);
    visit("loss", event.loss);
    visit("perplexity", event.perplexity);
    visit("token_accuracy", event.token_accuracy);
    visit("tokens", event.tokens);
    visit("seconds", event.seconds);
    visit("is_best", event.is_best);
    visit("accuracy", event.accuracy);
    visit("f1", event.f1);
}

template <EventOf<SampleDone> E, class Visit>
void visit_fields(E& event, Visit visit) {
    visit("step", event.step);
    visit("prompt", event.prompt);
    visit("text", event.text);
}

template <EventOf<MemoryMeasured> E, class Visit>
void visit_fields(E& event, Visit visit) {
    visit("step", event.step);
    visit("phase", event.phase);
    visit("peak_bytes", event.peak_bytes);
    visit("resident_bytes", event.resident_bytes);
}

template <EventOf<CheckpointSaved> E, class Visit>
void visit_fields(E& event, Visit visit) {
    visit("step", event.step);
    visit("name", event.name);
    visit("bytes", event.bytes);
    visit("seconds", event.seconds);
    visit("is_best", event.is_best);
    visit("removed", event.removed);
}

template <EventOf<RunWarning> E, class Visit>
void visit_fields(E& event, Visit visit) {
    visit("step", event.step);
    visit("message", event.message);
    visit("hint", event.hint);
}

template <EventOf<RunFinished> E, class Visit>
void visit_fields(E& event, Visit visit) {
    visit("cause", event.cause);
    visit("step", event.step);
    visit("training_loss", event.training_loss);
    visit("best_validation_loss", event.best_validation_loss);
    visit("best_step", event.best_step);
    visit("peak_bytes", event.peak_bytes);
    visit("tokens_per_second", event.tokens_per_second);
    visit("seconds", event.seconds);
    visit("adapter", event.adapter);
    visit("error", event.error);
}

template <EventOf<MetricsMeasured> E, class Visit>
void visit_fields(E& event, Visit visit) {
    visit("step", event.step);
    visit("elapsed_seconds", event.elapsed_seconds);
    visit("values", event.values);
}

template <EventOf<SettingsChanged> E, class Visit>
void visit_fields(E& event, Visit visit) {
    visit("step", event.step);
    visit("learning_rate", event.learning_rate);
    visit("evaluation_every", event.evaluation_every);
}

}  // namespace tunebench
