// What a session does when memory runs out, or a file cannot be written: it gives back what it took, says
// what would help, and waits. And what it keeps of the memory that a step took.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/engine/guard.h"
#include "core/engine/memory/memory_limit.h"
#include "core/engine/memory/meter.h"
#include "core/engine/training/session.h"
#include "core/memory/memory_fit.h"

namespace tunebench {
namespace {

constexpr std::chrono::seconds kLimitHolds{1};  // other programs take and give memory too
constexpr double kGibibyte = 1073741824.0;
constexpr std::int64_t kRecordedStep = 3;  // the first to find what the ones before it have left
constexpr double kMargin = 0.95;           // of the limit, for a suggestion: estimates are a few per cent off

/// The mildest change of settings with which the run should fit.
std::string advice(const ModelConfig& model, const RunConfig& config, std::uint64_t limit) {
    const auto estimate = estimate_memory(model, config, batch_shape_of(config));
    if (!estimate)
        return {};
    // It ran out, whatever the estimate says.
    const auto goal = static_cast<double>(std::min(limit, estimate->peak_bytes)) * kMargin;
    const auto fit = fit_memory(model, config, *estimate, static_cast<std::uint64_t>(goal));
    if (fit.suggestions.empty())
        return "Choose a smaller model or another method. ";
    const auto& mildest = fit.suggestions.front();
    return fmt::format("With {} a new run needs about {}, {} less. ", mildest.settings,
                       format_bytes(mildest.expected_bytes),
                       format_bytes(estimate->peak_bytes - mildest.expected_bytes));
}

/// Whether the same may work later: others give memory back, and room can be made on a disk.
bool may_pass(const Error& error) {
    return error.code == ErrorCode::OutOfMemory || error.code == ErrorCode::OutOfSpace ||
           error.code == ErrorCode::Io || error.code == ErrorCode::NotFound;
}

}  // namespace

Result<TrainingSession::Flow> TrainingSession::do_or_pause(const std::vector<Action>& actions) {
    for (const auto& action : actions) {
        for (bool is_done = false; !is_done;) {
            TRY(is_done, attempt(action));
            if (is_done)
                continue;
            const bool is_memory = setback_.code == ErrorCode::OutOfMemory;
            TRY(const auto flow, pause(/*release_memory=*/false, is_memory ? kMemoryRanOut : kFileFailed));
            if (flow != Flow::GoOn)
                return flow;
        }
    }
    return Flow::GoOn;
}

Result<bool> TrainingSession::attempt(const Action& action) {
    auto& trainee = parts_.trainee;
    if (std::chrono::steady_clock::now() - limited_at_ > kLimitHolds) {
        memory_limit_ = limit_memory(parts_.device, parts_.config.general.memory_limit_gib);
        limited_at_ = std::chrono::steady_clock::now();
    }
    const auto updates = trainee.stepper ? trainee.stepper->updates() : 0;
    const auto before = parts_.state;
    const auto done = guarded<void>("training", action);
    if (done)
        return true;
    if (!may_pass(done.error()))
        return done.error();
    setback_ = done.error();
    const bool is_partly_updated = trainee.stepper && trainee.stepper->updates() != updates;
    if (is_partly_updated || !std::exchange(is_whole_, true))
        trainee = {};
    else if (trainee.gradients)
        trainee.gradients->begin();
    release_kept_memory();
    parts_.state = before;
    sampler_.seek(parts_.state.position);
    limited_at_ = {};
    emit(setback_.code == ErrorCode::OutOfMemory
             ? memory_warning()
             : RunWarning{.step = parts_.state.step, .message = setback_.message, .hint = setback_.hint});
    return false;
}

RunWarning TrainingSession::memory_warning() const {
    const auto& config = parts_.config;
    auto on_device = config;
    on_device.general.device = parts_.device.is_cpu() ? "cpu" : "cuda";
    const double own_limit = config.general.memory_limit_gib * kGibibyte;
    const bool is_own_limit = own_limit > 0.0 && own_limit <= static_cast<double>(memory_limit_) + 1.0;
    const bool is_lost = !parts_.trainee.model && parts_.state.step > std::max<std::int64_t>(saved_step_, 0);
    return {.step = parts_.state.step,
            .message = fmt::format("Memory ran out {} after step {}: tensors may take {}", doing_,
                                   parts_.state.step, format_bytes(memory_limit_)),
            .hint = fmt::format(
                "{}{}{}", advice(model_, on_device, memory_limit_),
                is_own_limit ? "Raise memory_limit_gib in a new run."
                             : "Close other programs and resume this one.",
                is_lost ? " Some weights were half updated: it goes back to what was saved last." : "")};
}

/// Those before it too, for a run that ends before it.
bool TrainingSession::records(std::int64_t step) const {
    return step <= kRecordedStep && parts_.device.is_cpu();
}

void TrainingSession::write_recorded_step() {
    const auto recorded = std::exchange(recorded_step_, std::nullopt);
    if (!recorded)
        return;
    if (const auto written = write_step_timeline(parts_.folder.path(), *recorded); !written)
        emit(
            RunWarning{.step = parts_.state.step,
                       .message = "What a step takes of memory could not be kept: " + written.error().message,
                       .hint = written.error().hint});
}

Error TrainingSession::not_written() const {
    const auto checkpoints = list_checkpoints(parts_.folder.checkpoints());
    if (setback_.code != ErrorCode::OutOfMemory)
        return {.code = setback_.code,
                .message = setback_.message,
                .hint = checkpoints.empty()
                            ? setback_.hint
                            : fmt::format("Step {} is saved: make room for the run's folder, then resume it.",
                                          checkpoints.back().manifest.step)};
    return {.code = ErrorCode::OutOfMemory,
            .message = "Memory ran out before the result was written",
            .hint = checkpoints.empty()
                        ? "Nothing was saved yet; start again with more memory, or with smaller settings."
                        : fmt::format("Step {} is saved: resume the run once there is more memory.",
                                      checkpoints.back().manifest.step)};
}

}  // namespace tunebench
