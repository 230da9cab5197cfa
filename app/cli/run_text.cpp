#include "app/cli/run_text.h"

#include <cmath>

#include <fmt/format.h>

#include "app/cli/table.h"
#include "core/base/byte_units.h"

namespace tunebench::cli {
namespace {

std::string count(std::int64_t number) {
    return format_count(static_cast<std::uint64_t>(number < 0 ? 0 : number));
}

std::string headline(const RunFinished& finished, const RunStarted& started, const Style& style) {
    const auto steps = steps_text(finished.step, started.total_steps);
    switch (finished.cause) {
        case ExitCause::Completed:
            return fmt::format("{}Finished after {} steps.{}", style.bold, finished.step, style.reset);
        case ExitCause::EarlyStopped:
            return fmt::format("{}Finished early after {} steps: validation no longer improved.{}",
                               style.bold, steps, style.reset);
        case ExitCause::Stopped:
            return fmt::format("{}Stopped and saved after {} steps.{}", style.bold, steps, style.reset);
        case ExitCause::Discarded:
            return fmt::format("{}Discarded after {} steps; its curves stay, its checkpoints do not.{}",
                               style.bold, finished.step, style.reset);
        case ExitCause::Failed:
            break;
    }
    return fmt::format("{}Failed after {} steps.{}", style.bold, finished.step, style.reset);
}

std::string peak_text(const RunFinished& finished, const RunStarted& started) {
    if (started.predicted_peak_bytes == 0)
        return format_bytes(finished.peak_bytes) + " measured";
    return fmt::format("{} measured, {}", format_bytes(finished.peak_bytes),
                       predicted_text(started.predicted_peak_bytes, finished.peak_bytes));
}

}  // namespace

std::string steps_text(std::int64_t steps, std::int64_t total, std::string_view of) {
    return total > 0 ? fmt::format("{}{}{}", steps, of, total) : fmt::format("{}", steps);
}

std::string started_text(const RunStarted& started) {
    const double share = started.total_parameters > 0
                             ? 100.0 * static_cast<double>(started.trainable_parameters) /
                                   static_cast<double>(started.total_parameters)
                             : 0.0;
    auto text = fmt::format("Training {} of {} parameters ({:.2f} %) on {} examples, {}{} thread{}, {}",
                            count(started.trainable_parameters), count(started.total_parameters), share,
                            started.training_examples,
                            started.total_steps > 0 ? fmt::format("{} steps, ", started.total_steps) : "",
                            started.threads, started.threads == 1 ? "" : "s", started.device);
    if (started.predicted_peak_bytes > 0)
        text += fmt::format(", predicted peak {}", format_bytes(started.predicted_peak_bytes));
    if (!started.resumed_from.empty())
        text += fmt::format("\nGoes on after step {} from {}", started.first_step, started.resumed_from);
    if (started.truncated_examples > 0)
        text += fmt::format("\n{} examples were longer than data.max_length and are cut",
                            started.truncated_examples);
    if (started.skipped_examples > 0)
        text += fmt::format("\n{} examples have nothing to learn from and are left out",
                            started.skipped_examples);
    return text;
}

std::string step_text(const StepDone& done) {
    return fmt::format("loss {:.4f}  lr {:.2e}  {:.0f} tok/s  ETA {}", done.loss, done.learning_rate,
                       done.tokens_per_second, format_duration(done.remaining_seconds));
}

std::string evaluation_text(const EvaluationDone& done, const Style& style) {
    const auto quality = done.accuracy ? fmt::format("accuracy {:.1f} %  F1 {:.3f}", 100.0 * *done.accuracy,
                                                     done.f1.value_or(0.0))
                                       : fmt::format("perplexity {:.3f}  token accuracy {:.1f} %",
                                                     done.perplexity, 100.0 * done.token_accuracy);
    return fmt::format("step {}  validation loss {:.4f}  {}{}", done.step, done.loss, quality,
                       done.is_best ? fmt::format("  {}best{}", style.green, style.reset) : std::string());
}

std::string general_text(std::int64_t step, double loss) {
    return fmt::format("step {}  loss {:.4f} on the general text", step, loss);
}

std::string predicted_text(std::uint64_t predicted, std::uint64_t measured) {
    const auto of = static_cast<double>(measured);
    const double tenths = measured > 0 ? 1000.0 * (static_cast<double>(predicted) - of) / of : 0.0;
    const double percent = std::round(tenths) / 10.0 + 0.0;  // no "-0.0"
    return fmt::format("{} predicted ({:+.1f} %)", format_bytes(predicted), percent);
}

std::string sample_text(const SampleDone& sample, const Style& style) {
    return fmt::format("step {}  {}{}{}\n    {}", sample.step, style.dim, printable(sample.prompt, false),
                       style.reset, printable(sample.text, false));
}

std::string checkpoint_text(const CheckpointSaved& saved, const Style& style) {
    return fmt::format("{}step {}  saved {} ({}, {}){}", style.dim, saved.step, saved.name,
                       format_bytes(saved.bytes), format_duration(saved.seconds), style.reset);
}

std::string settings_text(const SettingsChanged& changed) {
    auto text = fmt::format("step {}  changed:", changed.step);
    if (changed.learning_rate)
        text += fmt::format("  learning rate {:g}", *changed.learning_rate);
    if (changed.evaluation_every)
        text += *changed.evaluation_every > 0
                    ? fmt::format("  evaluation every {} steps", *changed.evaluation_every)
                    : std::string("  evaluation only at the end");
    return text;
}

std::string result_text(const RunFinished& finished, const RunStarted& started, const RunPlace& place,
                        const Style& style) {
    Table table({{}, {}});
    if (finished.best_validation_loss)
        table.add({"best validation loss",
                   fmt::format("{:.4f} at step {}", *finished.best_validation_loss, finished.best_step)});
    table.add({"last training loss", fmt::format("{:.4f}", finished.training_loss)});
    table.add({"steps", steps_text(finished.step, started.total_steps)});
    table.add({"time", format_duration(finished.seconds)});
    table.add({"speed", fmt::format("{:.0f} tokens/s", finished.tokens_per_second)});
    table.add({"peak memory", peak_text(finished, started)});
    table.add({"run", place.folder.string()});
    if (!finished.adapter.empty())
        table.add({"adapter", (place.folder / finished.adapter).string()});
    if (finished.cause == ExitCause::Stopped)
        table.add({"go on with", fmt::format("tunebench-cli run {} --resume", place.id)});
    return headline(finished, started, style) + "\n" + table.text(2);
}

}  // namespace tunebench::cli
