// What a session does beside stepping: evaluate, sample, save, write the result, and tell about it.
#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <torch/version.h>

#include "core/data/batch_plan.h"
#include "core/data/training_sampler.h"
#include "core/engine/evaluation/evaluate.h"
#include "core/engine/exporting/exporter.h"
#include "core/engine/generation/generator.h"
#include "core/engine/guard.h"
#include "core/engine/memory/device.h"
#include "core/engine/training/checkpoint_content.h"
#include "core/engine/training/session.h"
#include "core/methods/method.h"
#include "core/models/parameters.h"
#include "core/run/general_data.h"
#include "core/run/retention.h"

namespace tunebench {
namespace {

/// Completes "Memory ran out …".
std::string_view doing(RunPhase phase) {
    switch (phase) {
        case RunPhase::Loading:
            return "while loading";
        case RunPhase::Evaluating:
            return "while evaluating";
        case RunPhase::Sampling:
            return "while drawing samples";
        case RunPhase::Saving:
        case RunPhase::Stopping:
            return "while saving";
        case RunPhase::Training:
        case RunPhase::Paused:
            break;
    }
    return "while training";
}

constexpr std::string_view kSteps = "training";

/// What the process's peaks are told apart by: as in MemoryMeasured, but for the phases of a step, which
/// follow one another too fast for the system to be asked about each.
std::string_view resident_period(RunPhase phase) {
    switch (phase) {
        case RunPhase::Loading:
            return "loading";
        case RunPhase::Evaluating:
            return "evaluation";
        case RunPhase::Sampling:
            return "sampling";
        case RunPhase::Saving:
        case RunPhase::Stopping:
            return "saving";
        case RunPhase::Paused:
            return "pause";
        case RunPhase::Training:
            break;
    }
    return kSteps;
}

/// One prompt after the other: who ends the session waits for one answer at most.
Result<std::vector<Generation::Answer>> answers_to(const std::vector<std::string>& prompts,
                                                   const CausalModel& model, const Tokenizer& tokenizer,
                                                   const SamplingOptions& options,
                                                   const std::function<bool()>& goes_on) {
    std::vector<Generation::Answer> answers;
    for (const auto& prompt : prompts) {
        if (!goes_on())
            break;
        TRY(auto generation, generate_texts(model, tokenizer, {prompt}, options, {}));
        answers.push_back(std::move(generation.answers.front()));
    }
    return answers;
}

}  // namespace

Result<void> TrainingSession::evaluate(Occasion occasion) {
    auto& state = parts_.state;
    const bool is_planned = occasion == Occasion::Planned;
    if (parts_.data.validation.examples.empty()) {
        if (is_planned)
            state.evaluated_step = state.step;
        return {};
    }
    announce(RunPhase::Evaluating);
    const auto& config = parts_.config;
    const AveragedWeights averaged(parts_.trainee.average.get());
    const auto result =
        evaluate_examples(*parts_.trainee.model, parts_.data.validation.examples, evaluation_sampler(config),
                          [this] { return !commands_.wants_end(); });
    phase_over("evaluation");
    if (result.cancelled)
        return {};
    const bool counts = is_planned && state.step > 0 && state.step != state.evaluated_step;
    const bool is_better = counts && std::isfinite(result.loss) &&
                           (!state.best_loss || result.loss < *state.best_loss - config.evaluation.min_delta);
    if (counts)
        state.evaluations_without_gain = is_better ? 0 : state.evaluations_without_gain + 1;
    if (is_better) {
        state.best_loss = result.loss;
        state.best_step = state.step;
    }
    if (is_planned)
        state.evaluated_step = state.step;
    emit(EvaluationDone{.step = state.step,
                        .loss = result.loss,
                        .perplexity = result.perplexity,
                        .token_accuracy = result.token_accuracy,
                        .tokens = result.tokens,
                        .seconds = result.seconds,
                        .is_best = is_best(),
                        .accuracy = result.accuracy,
                        .f1 = result.f1});
    return {};
}

Result<void> TrainingSession::measure_general() {
    const auto& state = parts_.state;
    if (parts_.general.empty() || general_step_ == state.step)
        return {};
    announce(RunPhase::Evaluating);
    const auto result =
        evaluate_examples(*parts_.trainee.model, parts_.general, evaluation_sampler(parts_.config),
                          [this] { return !commands_.wants_end(); });
    phase_over("evaluation");
    if (result.cancelled)
        return {};
    general_step_ = state.step;
    emit(MetricsMeasured{.step = state.step,
                         .elapsed_seconds = state.elapsed_seconds,
                         .values = {{kGeneralLoss, result.loss}}});
    return {};
}

bool TrainingSession::is_best() const {
    return parts_.state.best_loss && parts_.state.best_step == parts_.state.step;
}

Result<void> TrainingSession::sample_planned() {
    const auto& wanted = parts_.config.evaluation;
    return sample(wanted.samples, {.max_tokens = wanted.sample_tokens}, Occasion::Planned);
}

Result<void> TrainingSession::sample(const std::vector<std::string>& prompts, const SamplingOptions& options,
                                     Occasion occasion) {
    auto& state = parts_.state;
    const bool is_planned = occasion == Occasion::Planned;
    if (prompts.empty()) {
        if (is_planned)
            state.sampled_step = state.step;
        return {};
    }
    announce(RunPhase::Sampling);
    const AveragedWeights averaged(parts_.trainee.average.get());
    const auto answers = answers_to(prompts, *parts_.trainee.model, parts_.tokenizer, options,
                                    [this] { return !commands_.wants_end(); });
    phase_over("sampling");
    if (is_planned && answers && answers->size() < prompts.size())
        return {};
    if (is_planned)
        state.sampled_step = state.step;
    if (!answers) {  // a bad prompt must not cost the run
        emit(RunWarning{.step = state.step,
                        .message = "No samples were drawn: " + answers.error().message,
                        .hint = answers.error().hint});
        return {};
    }
    for (const auto& answer : *answers)
        emit(SampleDone{.step = state.step, .prompt = answer.prompt, .text = answer.text});
    return {};
}

Result<Generation> TrainingSession::generate(const GenerateRequest& request, const CancelToken& cancel,
                                             const ProgressSink& sink) {
    if (!parts_.trainee.model)
        return Error{.code = ErrorCode::NotFound,
                     .message = "The model of the run is not in memory",
                     .hint = "Resume the run, and pause it without releasing its memory."};
    auto generation = guarded<Generation>("generating", [&] {
        const AveragedWeights averaged(parts_.trainee.average.get());
        return answer_prompts(*parts_.trainee.model, parts_.tokenizer, request, cancel, sink);
    });
    reset_peak(parts_.device);  // it is no part of the run
    return generation;
}

Result<Checkpoint> TrainingSession::write_state() {
    const auto& state = parts_.state;
    CheckpointManifest manifest{
        .step = state.step, .run_id = parts_.folder.manifest().id, .is_best = is_best()};
    if (manifest.is_best)
        manifest.validation_loss = state.best_loss;
    TRY(auto checkpoint, write_checkpoint(
                             parts_.folder.checkpoints(), manifest, checkpoint_bytes(parts_.trainee),
                             [this](const std::filesystem::path& folder) {
                                 return write_content(folder, parts_.trainee, parts_.state);
                             },
                             *parts_.calls));
    saved_step_ = state.step;
    return checkpoint;
}

Result<void> TrainingSession::save() {
    announce(RunPhase::Saving);
    const auto begin = std::chrono::steady_clock::now();
    TRY(const auto checkpoint, write_state());
    phase_over("saving");
    TRY(auto removed, retain_checkpoints(parts_.folder.checkpoints(), retention_of(parts_.config)));
    std::ranges::move(std::exchange(left_checkpoints_, {}), std::back_inserter(removed));
    std::uint64_t bytes = 0;
    for (const auto& file : checkpoint.manifest.files)
        bytes += file.bytes;
    emit(CheckpointSaved{
        .step = checkpoint.manifest.step,
        .name = checkpoint.name(),
        .bytes = bytes,
        .seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
        .is_best = checkpoint.manifest.is_best,
        .removed = std::move(removed)});
    announce(RunPhase::Training);
    return {};
}

Result<std::string> TrainingSession::write_result(bool use_best) {
    const auto& config = parts_.config;
    auto& trainee = parts_.trainee;
    parts_.resident.enter("saving");
    const AveragedWeights averaged(trainee.average.get());
    is_whole_ = false;  // in the state's place there may be averages, or the best weights
    if (use_best && config.checkpoints.keep_best && parts_.state.best_step != parts_.state.step)
        TRY_VOID(read_best_weights());
    phase_over("saving");
    if (use_best && !parts_.general.empty()) {  // the run is at its end
        TRY_VOID(measure_general());
        if (general_step_ != parts_.state.step)
            emit(RunWarning{.step = parts_.state.step,
                            .message = "The result was not measured on the general text: it was stopped",
                            .hint = "Evaluate the result on that text."});
        announce(RunPhase::Stopping);
    }
    const auto* method = find_method(config.method.id);
    const bool is_adapter = !method->adapter_formats.empty();
    const auto formats = adapter_formats_for(*method, trainee.model->config(), config.method.params);
    const auto* exporter = find_exporter(!is_adapter       ? "merged"
                                         : formats.empty() ? method->adapter_formats.front().format
                                                           : formats.front());
    const auto out = is_adapter ? parts_.folder.adapter() : parts_.folder.path() / "model";
    TRY_VOID(exporter->write({.run = config, .method = *method, .trainee = trainee, .out = out}));
    phase_over("saving");
    is_whole_ = true;
    return out.filename().string();
}

Result<void> TrainingSession::read_best_weights() {
    std::vector<std::string> damaged;
    const auto best = best_valid_checkpoint(parts_.folder.checkpoints(), damaged);
    for (auto& sentence : damaged)
        emit(RunWarning{.step = parts_.state.step,
                        .message = std::move(sentence),
                        .hint = best ? "The result is of the next best, " + best->name() + "."
                                     : "The result is of the last step."});
    return best ? read_weights(best->folder, parts_.trainee.parameters) : Result<void>();
}

void TrainingSession::announce(RunPhase phase, const std::string& detail) {
    doing_ = doing(phase);
    parts_.resident.enter(resident_period(phase));
    emit(PhaseChanged{.phase = phase, .step = parts_.state.step, .detail = detail});
}

void TrainingSession::announce_start() {
    std::int64_t trainable = 0;
    for (const auto& parameter : parts_.trainee.parameters)
        trainable += parameter.tensor.numel();
    const auto& report = parts_.data.train.report;
    emit(
        RunStarted{.first_step = parts_.state.step,
                   .total_steps = plan_.steps,
                   .total_parameters = parameter_count(parts_.trainee.model->config()),
                   .trainable_parameters = trainable,
                   .training_examples = static_cast<std::int64_t>(parts_.data.train.examples.size()),
                   .validation_examples = static_cast<std::int64_t>(parts_.data.validation.examples.size()),
                   .truncated_examples = report.truncated,
                   .skipped_examples = report.skipped_empty + report.skipped_unsupervised + report.duplicates,
                   .predicted_peak_bytes = parts_.predicted_peak_bytes,
                   .threads = parts_.threads,
                   .device = device_title(parts_.device),
                   .torch_version = TORCH_VERSION,
                   .resumed_from = parts_.resumed_from});
    for (const auto& warning : std::exchange(parts_.warnings, {}))
        emit(warning);
    if (const auto& adjusted = parts_.state.adjusted; adjusted != Adjustments())
        emit(SettingsChanged{.step = parts_.state.step,
                             .learning_rate = adjusted.learning_rate,
                             .evaluation_every = adjusted.evaluation_every});
}

void TrainingSession::announce_step(const StepResult& result, double learning_rate, double seconds,
                                    std::int64_t tokens, const LossScale& loss_scale) {
    const auto& state = parts_.state;
    session_seconds_ += seconds;
    session_tokens_ += tokens;
    const double mean = session_seconds_ / static_cast<double>(std::max<std::int64_t>(session_tokens_, 1));
    const auto tokens_a_step = static_cast<double>(state.tokens) / static_cast<double>(state.step);
    const auto steps_left = static_cast<double>(std::max<std::int64_t>(plan_.steps - state.step, 0));
    const auto of_steps = plan_.steps > 0 ? std::optional(steps_left * tokens_a_step * mean) : std::nullopt;
    const auto batches = static_cast<double>(sampler_.batches_per_epoch());
    StepDone done{
        .step = state.step,
        .loss = result.loss,
        .learning_rate = learning_rate,
        .gradient_norm = result.gradient_norm,
        .epoch =
            static_cast<double>(state.position.epoch) + static_cast<double>(state.position.batch) / batches,
        .tokens = state.tokens,
        .tokens_per_second = static_cast<double>(tokens) / seconds,
        .step_seconds = seconds,
        .elapsed_seconds = state.elapsed_seconds,
        .remaining_seconds = remaining_seconds(parts_.config.budget, state.elapsed_seconds, of_steps),
        .memory_bytes = memory().current_bytes,
        .memory_peak_bytes = session_peak_};
    if (is_narrow(parts_.trainee.model->types().compute)) {
        done.loss_scale = loss_scale.scale;
        done.gradient_underflow = result.narrow.underflow;
        done.gradient_overflow = result.narrow.overflow;
        done.skipped_steps = loss_scale.skipped_steps;
    }
    emit(done);
}

void TrainingSession::phase_over(std::string_view phase) {
    const auto peak = memory().peak_bytes;
    auto& known = phase_peaks_[std::string(phase)];
    known = std::max(known, peak);
    session_peak_ = std::max(session_peak_, peak);
    reset_peak(parts_.device);
}

void TrainingSession::report_memory() {
    for (const auto& [phase, peak] : phase_peaks_)
        emit(MemoryMeasured{
            .step = parts_.state.step,
            .phase = phase,
            .peak_bytes = peak,
            .resident_bytes = parts_.resident.of(step_phase_from_text(phase) ? kSteps : phase)});
}

}  // namespace tunebench
