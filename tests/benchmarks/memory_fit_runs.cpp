// tunebench-memory-fit-runs: configurations that do not fit a limit, each with the first change of settings
// that is proposed, really run for two steps under that limit: how many stay below it.
#include <cstdlib>
#include <iterator>
#include <limits>
#include <sstream>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/engine/benchmark/measured_steps.h"
#include "core/engine/guard.h"
#include "core/engine/memory/meter.h"
#include "core/engine/ops/compat.h"
#include "core/memory/memory_fit.h"
#include "tests/benchmarks/grid_cases.h"

namespace {

using namespace tunebench;
using namespace tunebench::grid;

constexpr int kRuns = 50, kMostOver = 2, kSteps = 2;
constexpr double kShares[] = {0.95, 0.85, 0.75, 0.65, 0.5};  // of what the run would need

/// A run that shall fit.
struct Trial {
    ModelConfig model = {};
    RunConfig run = {};  // with the proposal
    std::string settings = {};
    std::uint64_t limit = 0, predicted = 0;
};

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

/// None where nothing is proposed.
Result<std::optional<Trial>> trial_of(const Case& one, double share) {
    Trial trial;
    TRY(trial.model, model_of(one));
    TRY(trial.run, run_of(one));
    // Two steps train; what evaluates is another question.
    trial.run.data.validation.clear();
    trial.run.evaluation.samples.clear();
    TRY(const auto memory, estimate_memory(trial.model, trial.run, batch_shape_of(trial.run)));
    trial.limit = static_cast<std::uint64_t>(share * static_cast<double>(memory.peak_bytes));
    const auto fit = fit_memory(trial.model, trial.run, memory, trial.limit);
    if (fit.suggestions.empty())
        return std::optional<Trial>();
    trial.settings = fit.suggestions.front().settings;
    trial.predicted = fit.suggestions.front().expected_bytes;
    TRY_VOID(apply_overrides(trial.run, words_of(trial.settings)));
    return std::optional(std::move(trial));
}

/// The peak of two steps; OutOfMemory where they do not stay under the limit.
Result<std::uint64_t> run_under_limit(const Trial& trial) {
    release_kept_memory();
    limit_meter(trial.limit);
    auto peak = guarded<std::uint64_t>("training", [&]() -> Result<std::uint64_t> {
        MeasuredSteps measured(trial.model, trial.run);
        TRY_VOID(measured.begin());
        for (int step = 0; step < kSteps; ++step)
            measured.step();
        return measured.measured().peak_bytes;
    });
    limit_meter(std::numeric_limits<std::uint64_t>::max());
    return peak;
}

struct Tally {
    int runs = 0, under = 0, without_proposal = 0;
};

void count(Tally& tally, const Case& one, const Trial& trial) {
    const auto peak = run_under_limit(trial);
    ++tally.runs;
    tally.under += peak ? 1 : 0;
    fmt::print("{} limit {:>10}, predicted {:>10}, {:>10}  {}: {}\n", peak ? "ok  " : "OVER",
               format_bytes(trial.limit), format_bytes(trial.predicted),
               peak ? format_bytes(*peak) : peak.error().message, one.name(), trial.settings);
    std::fflush(stdout);
}

/// Spread over the grid, so that methods, types and shapes all have their turn.
std::vector<Case> spread(std::vector<Case> all) {
    std::erase_if(all, [](const Case& one) { return one.sequences_per_row > 1; });
    constexpr std::size_t kStride = 37;  // shares no factor with the shares' number
    std::vector<Case> ordered;
    for (std::size_t first = 0; first < kStride; ++first)
        for (auto i = first; i < all.size(); i += kStride)
            ordered.push_back(all[i]);
    return ordered;
}

bool run_all() {
    Tally tally;
    std::size_t tried = 0;
    for (const auto& one : spread(all_cases())) {
        if (tally.runs == kRuns)
            break;
        const auto trial = trial_of(one, kShares[tried++ % std::size(kShares)]);
        if (!trial) {
            fmt::print("FAIL {}: {}\n", one.name(), trial.error().message);
            return false;
        }
        if (*trial)
            count(tally, one, **trial);
        else
            ++tally.without_proposal;
    }
    fmt::print("\n{} of {} stayed under the limit; for {} others nothing was proposed\n", tally.under,
               tally.runs, tally.without_proposal);
    return tally.runs == kRuns && tally.under >= kRuns - kMostOver;
}

}  // namespace

int main() {
    install_meter();
    set_threads(0);
    return run_all() ? EXIT_SUCCESS : EXIT_FAILURE;
}
