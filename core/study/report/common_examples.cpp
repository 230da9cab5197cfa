#include "core/study/report/common_examples.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace tunebench {
namespace {

bool has_failed(const std::optional<MeasuredRun>& run) {
    return run && !is_usable(run);
}

std::vector<std::size_t> measured_arms(const StudyResults& results) {
    std::vector<std::size_t> arms;
    for (std::size_t arm = 0; arm < results.arms.size(); ++arm) {
        const auto& runs = results.arms[arm].seeds;
        if (std::ranges::any_of(runs, is_usable) && std::ranges::none_of(runs, has_failed))
            arms.push_back(arm);
    }
    return arms;
}

std::vector<std::size_t> seeds_of(const ArmResults& results) {
    std::vector<std::size_t> seeds;
    for (std::size_t seed = 0; seed < results.seeds.size(); ++seed)
        if (is_usable(results.seeds[seed]))
            seeds.push_back(seed);
    return seeds;
}

std::vector<std::size_t> in_both(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    std::vector<std::size_t> both;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    return both;
}

/// One that has no seed of the baseline would leave none for the others either.
void leave_out_unpaired(CommonLosses& common, const StudyResults& results, std::size_t baseline,
                        const std::vector<std::string>& tokens) {
    const auto of_baseline = seeds_of(results.arms[baseline]);
    auto shared = of_baseline;
    std::vector<std::size_t> paired;
    for (const auto arm : common.arms) {
        const auto seeds = seeds_of(results.arms[arm]);
        auto remaining = in_both(shared, seeds);
        if (tokens[arm] != tokens[baseline]) {
            common.unpaired.push_back(
                {arm,
                 "its tokenizer's files or chat template are not those of the baseline: a loss "
                 "a token says nothing beside one of other tokens"});
        } else if (remaining.empty()) {
            common.unpaired.push_back(
                {arm, in_both(of_baseline, seeds).empty()
                          ? "it was not measured with a seed of the baseline"
                          : "it was not measured with a seed that the baseline and those before it share"});
        } else {
            shared = std::move(remaining);
            paired.push_back(arm);
        }
    }
    common.arms = std::move(paired);
}

bool is_complete(const StudyResults& results, const std::vector<std::size_t>& arms, std::size_t seed) {
    return std::ranges::all_of(arms,
                               [&](std::size_t arm) { return is_usable(results.arms[arm].seeds[seed]); });
}

const std::vector<double>& losses_of(const StudyResults& results, std::size_t arm, std::size_t seed) {
    return results.arms[arm].seeds[seed]->held_out_losses;
}

/// What one run did not read (nothing in it is supervised) counts for none. Runs that were measured on
/// another number of examples have nothing in common.
std::vector<std::size_t> examples_of(const StudyResults& results, const CommonLosses& common) {
    std::vector<std::size_t> examples;
    if (common.arms.empty() || common.seeds.empty())
        return examples;
    const auto count = losses_of(results, common.arms.front(), common.seeds.front()).size();
    std::vector<bool> is_common(count, true);
    for (const auto arm : common.arms)
        for (const auto seed : common.seeds) {
            const auto& losses = losses_of(results, arm, seed);
            if (losses.size() != count)
                return {};
            for (std::size_t i = 0; i < count; ++i)
                is_common[i] = is_common[i] && std::isfinite(losses[i]);
        }
    for (std::size_t i = 0; i < count; ++i)
        if (is_common[i])
            examples.push_back(i);
    return examples;
}

LossMatrix matrix_of(const StudyResults& results, const CommonLosses& common, std::size_t arm) {
    LossMatrix matrix(common.seeds.size(), common.examples.size());
    for (std::size_t seed = 0; seed < common.seeds.size(); ++seed) {
        const auto& losses = losses_of(results, arm, common.seeds[seed]);
        for (std::size_t i = 0; i < common.examples.size(); ++i)
            matrix.row(seed)[i] = losses[common.examples[i]];
    }
    return matrix;
}

}  // namespace

bool is_usable(const std::optional<MeasuredRun>& run) {
    return run && run->state == MeasuredState::Measured && std::isfinite(run->held_out_loss);
}

CommonLosses common_losses(const StudyResults& results, std::size_t baseline,
                           const std::vector<std::string>& tokens) {
    CommonLosses common{.arms = measured_arms(results)};
    if (std::ranges::find(common.arms, baseline) != common.arms.end())
        leave_out_unpaired(common, results, baseline, tokens);
    std::size_t seeds = 0;
    for (const auto& arm : results.arms)
        seeds = std::max(seeds, arm.seeds.size());
    for (std::size_t seed = 0; seed < seeds && !common.arms.empty(); ++seed)
        if (is_complete(results, common.arms, seed))
            common.seeds.push_back(seed);
    common.examples = examples_of(results, common);
    if (common.examples.size() < 2)
        return {.unpaired = std::move(common.unpaired)};
    for (const auto arm : common.arms)
        common.losses.push_back(matrix_of(results, common, arm));
    return common;
}

}  // namespace tunebench
