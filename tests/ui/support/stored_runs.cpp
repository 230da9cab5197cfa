#include "tests/ui/support/stored_runs.h"

#include <cstdio>
#include <cstdlib>

#include "core/run/run_recorder.h"

namespace tunebench::ui::test {
namespace {

/// A test whose data cannot be written has nothing to say.
template <class T>
T orAbort(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().message.c_str());
        std::abort();
    }
    return *std::move(result);
}

RunManifest manifestOf(const StoredRun& run) {
    RunManifest manifest{.id = new_run_id(),
                         .config = default_run_config(),
                         .environment = current_environment(),
                         .created_at = timestamp_now()};
    manifest.config.general.name = run.name;
    manifest.config.model.path = "/models/town";
    for (const std::string& override : run.overrides)
        if (const auto applied = apply_override(manifest.config, override); !applied)
            std::abort();
    return manifest;
}

}  // namespace

RunFolder storeRun(const std::filesystem::path& dataFolder, const StoredRun& run) {
    auto folder = orAbort(RunFolder::create(dataFolder, manifestOf(run)));
    auto recorder = orAbort(RunRecorder::open(folder, nullptr));
    const auto record = [&](const RunEvent& event) {
        if (!recorder.record(event))
            std::abort();
    };
    record(RunStarted{.total_steps = run.steps,
                      .total_parameters = 1'000'000,
                      .trainable_parameters = 12'345,
                      .device = "cpu",
                      .torch_version = "1.13.1"});
    for (int step = 1; step <= run.steps; ++step)
        record(StepDone{.step = step,
                        .loss = run.loss + run.steps - step,
                        .learning_rate = 1e-4,
                        .tokens = step * 100,
                        .tokens_per_second = 1000,
                        .elapsed_seconds = 0.1 * step,
                        .memory_bytes = run.memory_bytes});
    record(EvaluationDone{.step = run.steps, .loss = run.loss, .perplexity = 2.0, .is_best = true});
    record(SampleDone{.step = run.steps, .prompt = "Describe: " + run.name, .text = "An inn of " + run.name});
    record(RunWarning{.step = 1, .message = "7 examples were cut.", .hint = "Raise max_length."});
    if (run.change)
        record(*run.change);
    if (run.memory && !write_step_timeline(folder.path(), *run.memory))
        std::abort();
    if (!run.isInterrupted)
        record(RunFinished{.step = run.steps,
                           .training_loss = run.loss,
                           .best_validation_loss = run.loss,
                           .best_step = run.steps,
                           .peak_bytes = 100 << 20,
                           .tokens_per_second = 1000});
    return folder;
}

}  // namespace tunebench::ui::test
