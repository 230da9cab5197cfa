#include "core/memory/memory_fit.h"

#include <optional>

#include <fmt/format.h>

namespace tunebench {
namespace {

/// No value when the estimator refuses the configuration.
std::optional<std::uint64_t> peak_of(const ModelConfig& model, const RunConfig& config) {
    const auto memory = estimate_memory(model, config, batch_shape_of(config));
    if (!memory)
        return {};
    return memory->peak_bytes;
}

bool fits(const ModelConfig& model, RunConfig config, std::int64_t batch_size, std::uint64_t bytes) {
    config.budget.batch_size = batch_size;
    const auto peak = peak_of(model, config);
    return peak && *peak <= bytes;
}

/// By doubling, then by halving the gap; 0 when not even one row fits.
std::int64_t largest_batch_size(const ModelConfig& model, const RunConfig& config, std::uint64_t bytes) {
    constexpr std::int64_t kCeiling = 65536;
    std::int64_t good = 0;
    std::int64_t bad = 1;
    while (bad < kCeiling && fits(model, config, bad, bytes)) {
        good = bad;
        bad *= 2;
    }
    while (bad - good > 1) {
        const auto middle = good + (bad - good) / 2;
        (fits(model, config, middle, bytes) ? good : bad) = middle;
    }
    return good;
}

void suggest(MemoryFit& fit, const ModelConfig& model, const RunConfig& config, const std::string& settings) {
    const auto peak = peak_of(model, config);
    if (peak && *peak <= fit.limit_bytes)
        fit.suggestions.push_back({.settings = settings, .peak_bytes = *peak});
}

/// The same rows a step, more of them one after another.
void suggest_smaller_batch(MemoryFit& fit, const ModelConfig& model, RunConfig config,
                           const std::string& first) {
    const auto rows = config.budget.batch_size * config.budget.accumulation;
    const auto largest = largest_batch_size(model, config, fit.limit_bytes);
    if (largest <= 0 || largest >= config.budget.batch_size)
        return;
    config.budget.batch_size = largest;
    // Which an update within backward does not go with.
    if (config.budget.update_in_backward)
        return suggest(fit, model, config, fmt::format("{}budget.batch_size={}", first, largest));
    config.budget.accumulation = (rows + largest - 1) / largest;
    suggest(fit, model, config,
            fmt::format("{}budget.batch_size={} budget.accumulation={}", first, largest,
                        config.budget.accumulation));
}

/// Half as long, and again, with blocks recomputed.
void suggest_shorter_rows(MemoryFit& fit, const ModelConfig& model, RunConfig config,
                          const std::string& first) {
    constexpr std::int64_t kShortest = 32;
    for (auto length = config.data.max_length / 2; fit.suggestions.empty() && length >= kShortest;
         length /= 2) {
        config.data.max_length = length;
        suggest(fit, model, config, fmt::format("{}data.max_length={}", first, length));
    }
}

}  // namespace

MemoryFit fit_memory(const ModelConfig& model, const RunConfig& config, const MemoryEstimate& memory,
                     std::uint64_t limit_bytes) {
    MemoryFit fit{.limit_bytes = limit_bytes, .fits = memory.peak_bytes <= limit_bytes};
    fit.largest_batch_size = largest_batch_size(model, config, limit_bytes);
    if (fit.fits)
        return fit;
    const std::string checkpointing = "budget.gradient_checkpointing=every-block";
    auto checkpointed = config;
    checkpointed.budget.gradient_checkpointing = GradientCheckpointing::EveryBlock;
    suggest_smaller_batch(fit, model, config, {});
    suggest(fit, model, checkpointed, checkpointing);
    if (fit.suggestions.empty())
        suggest_smaller_batch(fit, model, checkpointed, checkpointing + " ");
    if (fit.suggestions.empty())
        suggest_shorter_rows(fit, model, checkpointed, checkpointing + " ");
    return fit;
}

}  // namespace tunebench
