#include "core/memory/memory_fit.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "core/memory/combination.h"

namespace tunebench {
namespace {

/// What is to be expected of a run, and how much it may be.
struct Bound {
    std::uint64_t bytes = 0;
    const MemoryCalibration& calibration;

    /// No value where the run is refused.
    std::optional<std::uint64_t> expected(const ModelConfig& model, const RunConfig& run) const {
        const auto memory = estimate_memory(model, run, batch_shape_of(run));
        return memory ? std::optional(calibration.corrected(memory->peak_bytes)) : std::nullopt;
    }
};

bool fits(const ModelConfig& model, RunConfig config, std::int64_t batch_size, const Bound& bound) {
    config.budget.batch_size = batch_size;
    const auto expected = bound.expected(model, config);
    return expected && *expected <= bound.bytes;
}

/// By doubling, then by halving the gap; 0 when not even one row fits.
std::int64_t largest_batch_size(const ModelConfig& model, const RunConfig& config, const Bound& bound) {
    constexpr std::int64_t kCeiling = 65536;
    std::int64_t good = 0;
    std::int64_t bad = 1;
    while (bad < kCeiling && fits(model, config, bad, bound)) {
        good = bad;
        bad *= 2;
    }
    while (bad - good > 1) {
        const auto middle = good + (bad - good) / 2;
        (fits(model, config, middle, bound) ? good : bad) = middle;
    }
    return good;
}

/// How many batches of at most `largest` rows are as many rows as before: exactly, where a number near the
/// least does it.
std::int64_t batches_of(std::int64_t rows, std::int64_t largest) {
    const auto least = (rows + largest - 1) / largest;
    for (auto count = least; count < 2 * least; ++count)
        if (rows % count == 0)
            return count;
    return least;
}

std::vector<std::string> words_of(const std::string& settings) {
    std::istringstream stream(settings);
    return {std::istream_iterator<std::string>(stream), {}};
}

/// A run on its way to one that fits.
struct Attempt {
    RunConfig run = {};
    std::vector<MemoryChange> changes = {};
    std::string settings = {};  // that lead there
};

/// No value where the settings are refused.
std::optional<Attempt> with(const Attempt& before, MemoryChange change, const std::string& settings) {
    auto attempt = before;
    if (!apply_overrides(attempt.run, words_of(settings)))
        return {};
    attempt.changes.push_back(change);
    attempt.settings += (attempt.settings.empty() ? "" : " ") + settings;
    return attempt;
}

class Solver {
public:
    Solver(const ModelConfig& model, const RunConfig& run, std::uint64_t expected, const Bound& bound,
           MemoryFit& fit)
        : model_(model),
          start_{.run = run},
          expected_(expected),
          bound_(bound),
          fit_(fit),
          levers_(memory_levers(run)),
          refusal_(refusal_of(run)) {}

    void solve() {
        suggest_smaller_batch(start_, fit_.largest_batch_size);
        suggest_packing();
        for (const auto& lever : levers_)
            suggest_first(start_, lever);
        const auto recomputed = pulled(start_, MemoryChange::Recompute);
        if (!recomputed.changes.empty() && !has_any_up_to(MemoryChange::Recompute))
            suggest_smaller_batch(recomputed);
        if (!has_any_up_to(MemoryChange::Nf4Base))
            suggest_pairs(recomputed);
        if (found_.empty())
            suggest_everything();
        rank();
    }

private:
    struct Found {
        std::vector<MemoryChange> changes = {};
        MemorySuggestion suggestion = {};

        /// The mildest comes first, of equally mild ones that with fewer changes.
        auto key() const { return std::pair(std::ranges::max(changes), changes.size()); }
    };

    /// Why the run would not start; empty where it would.
    std::string refusal_of(const RunConfig& run) const {
        const auto checked = check_combination(model_, run);
        return checked ? std::string() : checked.error().message;
    }

    /// What the run is refused for as it is, is no fault of a change.
    bool is_refused(const Attempt& attempt) const {
        const auto refusal = refusal_of(attempt.run);
        return !refusal.empty() && refusal != refusal_;
    }

    bool suggest(const Attempt& attempt) {
        if (is_refused(attempt))
            return false;
        const auto expected = bound_.expected(model_, attempt.run);
        if (!expected || *expected > bound_.bytes)
            return false;
        found_.push_back({.changes = attempt.changes,
                          .suggestion = {.settings = attempt.settings,
                                         .expected_bytes = *expected,
                                         .saved_bytes = expected_ - std::min(expected_, *expected),
                                         .cost = cost_of(attempt.changes)}});
        return true;
    }

    /// The mildest of its options that fits.
    bool suggest_first(const Attempt& before, const MemoryLever& lever) {
        return std::ranges::any_of(lever.options, [&](const std::string& option) {
            const auto attempt = with(before, lever.change, option);
            return attempt && suggest(*attempt);
        });
    }

    /// The same rows a step, more of them one after another.
    bool suggest_smaller_batch(const Attempt& before, std::int64_t largest) {
        const auto& budget = before.run.budget;
        if (largest <= 0 || largest >= budget.batch_size)
            return false;
        // Which an update within backward does not go with.
        if (budget.update_in_backward)
            return suggest_set(before, MemoryChange::SmallerSteps,
                               fmt::format("budget.batch_size={}", largest));
        const auto rows = budget.batch_size * budget.accumulation;
        const auto count = batches_of(rows, largest);
        return suggest_set(
            before, MemoryChange::SmallerBatch,
            fmt::format("budget.batch_size={} budget.accumulation={}", (rows + count - 1) / count, count));
    }
    bool suggest_smaller_batch(const Attempt& before) {
        return suggest_smaller_batch(before, largest_batch_size(model_, before.run, bound_));
    }

    bool suggest_set(const Attempt& before, MemoryChange change, const std::string& settings) {
        const auto attempt = with(before, change, settings);
        return attempt && suggest(*attempt);
    }

    /// Fewer rows that are full, in place of padded ones.
    void suggest_packing() {
        const auto& run = start_.run;
        const auto largest = fit_.largest_batch_size;
        if (run.data.packing || run.model.task != Task::Causal || largest <= 0 ||
            largest >= run.budget.batch_size)
            return;
        suggest_set(start_, MemoryChange::Packing,
                    fmt::format("data.packing=true budget.batch_size={}", largest));
    }

    /// Whether one is found that is as mild.
    bool has_any_up_to(MemoryChange mildness) const {
        return std::ranges::any_of(
            found_, [mildness](const Found& found) { return std::ranges::max(found.changes) <= mildness; });
    }

    const MemoryLever* lever_of(MemoryChange change) const {
        const auto found = std::ranges::find(levers_, change, &MemoryLever::change);
        return found == levers_.end() ? nullptr : &*found;
    }

    /// With the last of a lever's options; as it was where there is none, or where it is refused.
    Attempt pulled(const Attempt& before, MemoryChange change) const {
        const auto* found = lever_of(change);
        const auto attempt = found ? with(before, change, found->options.back()) : std::nullopt;
        return attempt && !is_refused(*attempt) ? *attempt : before;
    }

    /// Each other change beside recomputation, and with a smaller batch where that is not enough.
    void suggest_pairs(const Attempt& recomputed) {
        const bool is_news = !recomputed.changes.empty();
        for (const auto& lever : levers_)
            if (lever.change != MemoryChange::Recompute && !(is_news && suggest_first(recomputed, lever)))
                suggest_with_smaller_batch(recomputed, lever);
    }

    bool suggest_with_smaller_batch(const Attempt& before, const MemoryLever& lever) {
        return std::ranges::any_of(lever.options, [&](const std::string& option) {
            const auto attempt = with(before, lever.change, option);
            return attempt && suggest_smaller_batch(*attempt);
        });
    }

    void suggest_everything() {
        auto all = start_;
        for (const auto change : {MemoryChange::Recompute, MemoryChange::EightBitStates,
                                  MemoryChange::Nf4Base, MemoryChange::Method})
            all = pulled(all, change);
        if (suggest(all) || suggest_smaller_batch(all))
            return;
        const auto* shorter = lever_of(MemoryChange::Length);
        if (shorter && !suggest_first(all, *shorter))
            suggest_with_smaller_batch(all, *shorter);
    }

    void rank() {
        std::ranges::stable_sort(found_, {}, &Found::key);
        for (auto& found : found_)
            fit_.suggestions.push_back(std::move(found.suggestion));
    }

    const ModelConfig& model_;
    const Attempt start_;
    std::uint64_t expected_;
    Bound bound_;
    MemoryFit& fit_;
    std::vector<MemoryLever> levers_;
    std::string refusal_;
    std::vector<Found> found_ = {};
};

}  // namespace

MemoryFit fit_memory(const ModelConfig& model, const RunConfig& config, const MemoryEstimate& memory,
                     std::uint64_t limit_bytes, const MemoryCalibration& calibration) {
    const Bound bound{.bytes = limit_bytes, .calibration = calibration};
    const auto expected = calibration.corrected(memory.peak_bytes);
    MemoryFit fit{.limit_bytes = limit_bytes, .fits = expected <= limit_bytes};
    fit.largest_batch_size = largest_batch_size(model, config, bound);
    if (!fit.fits)
        Solver(model, config, expected, bound, fit).solve();
    return fit;
}

}  // namespace tunebench
