#include "core/study/plan/equal_amount.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/memory/estimate.h"
#include "core/methods/size_field.h"
#include "core/run/run_model.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

constexpr double kGiB = 1024.0 * 1024.0 * 1024.0;

Error amount_error(std::string message, std::string hint) {
    return {.code = ErrorCode::InvalidArgument,
            .message = std::move(message),
            .hint = std::move(hint),
            .field = "equal.amount"};
}

BudgetSection only(BudgetSection budget, std::int64_t steps, std::int64_t tokens, double minutes) {
    budget.epochs = 0.0;
    budget.steps = steps;
    budget.tokens = tokens;
    budget.minutes = minutes;
    return budget;
}

Result<MemoryEstimate> estimate_of(const RunConfig& config) {
    TRY(const auto stored, stored_model_of(config.model));
    TRY(const auto model, model_for_task(stored, config.model.task));
    return estimate_memory(model, config, batch_shape_of(config));
}

Result<std::int64_t> trainable_with(RunConfig config, std::string_view field, std::int64_t size) {
    config.method.params.set(field, size);
    TRY(const auto estimate, estimate_of(config));
    return estimate.trainable_parameters;
}

/// The size whose count is nearest: counts grow with the size.
Result<void> match_parameters(RunConfig& config, double wanted) {
    const auto* method = find_method(config.method.id);
    const auto field = method ? size_field(*method) : std::string_view();
    if (field.empty())
        return amount_error(
            fmt::format("{} has no size to choose: its trainable parameters are what they are",
                        config.method.id),
            "Leave it out, or hold steps, tokens or time equal.");
    constexpr std::int64_t kLargest = std::int64_t{1} << 16;
    std::int64_t low = 1, high = kLargest;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        const auto count = trainable_with(config, field, middle);
        // A size that the model cannot have is too large.
        if (!count || static_cast<double>(*count) >= wanted)
            high = middle;
        else
            low = middle + 1;
    }
    const auto distance = [&](std::int64_t size) {
        const auto count = size < 1 ? Result<std::int64_t>(Error{}) : trainable_with(config, field, size);
        return count ? std::abs(static_cast<double>(*count) - wanted) : HUGE_VAL;
    };
    const auto best = distance(low - 1) <= distance(low) ? low - 1 : low;
    const double missed = distance(best);
    constexpr double kTolerance = 0.25;
    if (missed > kTolerance * wanted)
        return amount_error(fmt::format("{} cannot have about {} trainable parameters", config.method.id,
                                        format_count(static_cast<std::uint64_t>(wanted))),
                            "Choose another amount, or leave the method out.");
    config.method.params.set(field, best);
    return {};
}

/// The largest micro-batch of the same effective batch that fits.
Result<void> fit_memory_limit(RunConfig& config, double gib) {
    const auto rows = config.budget.batch_size * config.budget.accumulation;
    std::uint64_t smallest = 0;
    for (auto batch = config.budget.batch_size; batch >= 1; --batch) {
        if (rows % batch != 0)
            continue;
        config.budget.batch_size = batch;
        config.budget.accumulation = rows / batch;
        TRY(const auto estimate, estimate_of(config));
        smallest = estimate.peak_bytes;
        if (static_cast<double>(smallest) <= gib * kGiB)
            return {};
    }
    return amount_error(fmt::format("{} needs {} with a micro-batch of one sequence, more than {:g} GiB",
                                    config.method.id, format_bytes(smallest), gib),
                        "Allow more memory, shorten data.max_length, or leave the method out.");
}

Result<void> require_amount(const StudyRules& rules, double least) {
    if (rules.equal_amount >= least)
        return {};
    return amount_error("equal.amount is missing",
                        "Say how many tokens, parameters, GiB or minutes each method gets.");
}

}  // namespace

Result<void> hold_equal(RunConfig& config, const StudyRules& rules) {
    const double amount = rules.equal_amount;
    auto& budget = config.budget;
    switch (rules.equal) {
        case HeldEqual::Steps:
            if (amount >= 1.0)
                budget = only(budget, std::llround(amount), 0, 0.0);
            break;
        case HeldEqual::Tokens:
            TRY_VOID(require_amount(rules, 1.0));
            budget = only(budget, 0, std::llround(amount), 0.0);
            break;
        case HeldEqual::Time:
            TRY_VOID(require_amount(rules, 1e-6));
            budget = only(budget, 0, 0, amount);
            break;
        case HeldEqual::TrainableParameters:
            TRY_VOID(require_amount(rules, 1.0));
            TRY_VOID(match_parameters(config, amount));
            break;
        case HeldEqual::Memory:
            TRY_VOID(require_amount(rules, 1e-6));
            TRY_VOID(fit_memory_limit(config, amount));
            break;
    }
    const double longest = rules.run_seconds / 60.0;
    if (longest > 0.0)
        budget.minutes = budget.minutes > 0.0 ? std::min(budget.minutes, longest) : longest;
    return {};
}

void shorten(BudgetSection& budget, double share) {
    const auto part = [share](std::int64_t amount) {
        return amount == 0 ? 0 : std::max<std::int64_t>(1, std::llround(static_cast<double>(amount) * share));
    };
    budget.epochs *= share;
    budget.steps = part(budget.steps);
    budget.tokens = part(budget.tokens);
    budget.minutes *= share;
}

}  // namespace tunebench
