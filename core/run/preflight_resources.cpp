#include <algorithm>
#include <unistd.h>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/memory/estimate.h"
#include "core/memory/parameter_memory.h"
#include "core/run/preflight_checks.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr double kMargin = 1.05;  // for headers, and what else is written

/// What of the expected peak comes from finished runs.
std::string learned_text(std::uint64_t peak, const MemoryCalibration& calibration) {
    const auto more = calibration.corrected(peak) - peak;
    return more == 0 ? std::string()
                     : fmt::format(
                           ", {} of it because {} finished runs here took that much more than "
                           "predicted,",
                           format_bytes(more), calibration.runs);
}

/// "auto" may be an accelerator, whose memory is another.
bool is_device_known(const RunConfig& config, const PreflightPlace& place) {
    return config.general.device != "auto" || !place.may_have_accelerator;
}

/// What no run gets beyond, whatever is closed first: what is not free of an accelerator this program may
/// keep itself, and give up when the run starts.
std::uint64_t most_usable(const RunConfig& config, const PreflightPlace& place) {
    if (is_on_processor(config) || !place.accelerator)
        return usable_memory(config, place);
    return usable_memory_bytes(config.general.memory_limit_gib, place.accelerator->total_bytes);
}

void check_memory(const MemoryEstimate& estimate, const PreflightPlace& place, const RunConfig& asked,
                  Findings& findings) {
    const auto config = with_likely_device(asked, place);
    const auto usable = usable_memory(config, place);
    const auto& calibration = place.calibrations.of(is_on_processor(config));
    const auto expected = calibration.corrected(estimate.peak_bytes);
    const auto range = calibration.range(estimate.peak_bytes);
    if (usable == 0 || range.high < usable)
        return;
    const auto message =
        fmt::format("The run needs about {} of memory{} and {} are {}", format_bytes(expected),
                    learned_text(estimate.peak_bytes, calibration), format_bytes(usable),
                    !is_on_processor(config) || usable < place.available_memory_bytes ? "allowed" : "free");
    const auto off = config.budget.gradient_checkpointing == GradientCheckpointing::Off;
    const auto hint = off ? "Switch gradient checkpointing on, or choose a smaller batch or maximum length."
                          : "Choose a smaller batch or maximum length, or a smaller model.";
    if (range.low > most_usable(config, place) && is_device_known(asked, place))
        findings.block("budget.batch_size", message, hint);
    else
        findings.warn("budget.batch_size", message, hint);
}

void check_disk(const MemoryEstimate& estimate, const PreflightPlace& place, const RunConfig& config,
                Findings& findings) {
    if (!place.free_disk_bytes)
        return;
    const auto available = static_cast<double>(*place.free_disk_bytes);
    const auto checkpoint = static_cast<double>(estimate.checkpoint_bytes);
    const auto result = static_cast<double>(estimate.result_bytes);
    const auto kept = static_cast<std::uint64_t>(config.checkpoints.keep_last) +
                      (config.checkpoints.keep_best ? 1U : 0U) + 1U;  // one more while a new one is written
    const auto needed = kMargin * (static_cast<double>(kept) * checkpoint + result);
    if (needed <= available)
        return;
    const auto message =
        fmt::format("{} checkpoints of {} and the result of {} need {} and the disk of {} has {} free", kept,
                    format_bytes(estimate.checkpoint_bytes), format_bytes(estimate.result_bytes),
                    format_bytes(static_cast<std::uint64_t>(needed)), place.data_folder.string(),
                    format_bytes(*place.free_disk_bytes));
    const std::string hint = "Free some space, or keep fewer checkpoints.";
    // One that is being written and one that is complete are the least.
    if (available < kMargin * (2.0 * checkpoint + result))
        findings.block("checkpoints.keep_last", message, hint);
    else
        findings.warn("checkpoints.keep_last", message, hint);
}

/// The folder itself, or the nearest one above it that exists.
fs::path existing_part(fs::path folder) {
    std::error_code failed;
    while (!fs::exists(folder, failed) && folder.has_parent_path() && folder != folder.parent_path())
        folder = folder.parent_path();
    return folder.empty() ? "." : folder;
}

}  // namespace

std::uint64_t usable_memory(const RunConfig& config, const PreflightPlace& place) {
    constexpr double kGibibyte = 1073741824.0;
    const double limit = config.general.memory_limit_gib;
    if (is_on_processor(config))
        return usable_memory_bytes(limit, place.available_memory_bytes);
    if (!place.accelerator)
        return static_cast<std::uint64_t>(limit * kGibibyte);
    // One that is full is known to be.
    return std::max(usable_memory_bytes(limit, place.accelerator->free_bytes), std::uint64_t{1});
}

RunConfig with_likely_device(RunConfig config, const PreflightPlace& place) {
    if (config.general.device == "auto" && place.auto_is_accelerator)
        config.general.device = "cuda";
    return config;
}

void check_resources(const RunConfig& config, const ModelConfig& model, const PreflightPlace& place,
                     Findings& findings) {
    const auto estimate = estimate_memory(model, with_likely_device(config, place), batch_shape_of(config));
    if (!estimate)
        return findings.block("", estimate.error());
    check_memory(*estimate, place, config, findings);
    check_disk(*estimate, place, config, findings);
}

void check_data_folder(const PreflightPlace& place, Findings& findings) {
    const auto folder = existing_part(place.data_folder);
    std::error_code failed;
    if (!fs::is_directory(folder, failed))
        findings.block("", fmt::format("{} is not a folder", folder.string()),
                       "Choose another data folder with TUNEBENCH_DATA.");
    else if (access(folder.c_str(), W_OK | X_OK) != 0)
        findings.block("", fmt::format("The data folder {} cannot be written", place.data_folder.string()),
                       "Make it writable, or choose another with TUNEBENCH_DATA.");
}

}  // namespace tunebench
