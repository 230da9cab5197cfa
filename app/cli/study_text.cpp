#include "app/cli/study_text.h"

#include <cmath>

#include <fmt/format.h>

#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "core/base/byte_units.h"

namespace tunebench::cli {
namespace {

std::string seconds_text(const std::optional<double>& seconds) {
    return seconds ? "at most " + format_duration(*seconds) : "not limited";
}

std::string amount_text(const BudgetSection& budget) {
    if (budget.steps > 0)
        return fmt::format("{} steps", budget.steps);
    if (budget.tokens > 0)
        return format_count(static_cast<std::uint64_t>(budget.tokens)) + " tokens";
    return budget.epochs > 0.0 ? fmt::format("{:g} epochs", budget.epochs) : std::string("time");
}

}  // namespace

std::string cost_text(const StudyPlan& plan, const StudyCost& cost) {
    Table table({{"method"},
                 {"trained", Align::Right},
                 {"memory", Align::Right},
                 {"work a step", Align::Right},
                 {"length", Align::Right},
                 {"tries", Align::Right},
                 {"runs", Align::Right},
                 {"a run", Align::Right}});
    const double baseline = cost.arms[plan.baseline].step_operations;
    for (std::size_t i = 0; i < cost.arms.size(); ++i) {
        const auto& arm = cost.arms[i];
        table.add({printable(arm.name, false),
                   format_count(static_cast<std::uint64_t>(arm.trainable_parameters)),
                   format_bytes(arm.expected_bytes) + (arm.fits ? "" : " (too much)"),
                   baseline > 0.0 ? fmt::format("{:.2f} ×", arm.step_operations / baseline) : "-",
                   amount_text(plan.arms[i].config.budget), fmt::format("{}", arm.tries),
                   fmt::format("{}", arm.runs), seconds_text(arm.run_seconds_most)});
    }
    return fmt::format("{}\n{} runs after {} tries of learning rates; time in all {}.", table.text(),
                       cost.runs, cost.tries, seconds_text(cost.seconds_most));
}

OrderedJson cost_to_json(const StudyPlan& plan, const StudyCost& cost) {
    OrderedJson arms = OrderedJson::array();
    for (std::size_t i = 0; i < cost.arms.size(); ++i) {
        const auto& arm = cost.arms[i];
        arms.push_back({{"name", arm.name},
                        {"method", plan.arms[i].config.method.id},
                        {"runs", arm.runs},
                        {"tries", arm.tries},
                        {"total_parameters", arm.total_parameters},
                        {"trainable_parameters", arm.trainable_parameters},
                        {"expected_peak_bytes", arm.expected_bytes},
                        {"fits", arm.fits},
                        {"step_operations", arm.step_operations},
                        {"run_seconds_most",
                         arm.run_seconds_most ? OrderedJson(*arm.run_seconds_most) : OrderedJson()}});
    }
    return {{"name", plan.settings.rules.name},
            {"runs", cost.runs},
            {"tries", cost.tries},
            {"seconds_most", cost.seconds_most ? OrderedJson(*cost.seconds_most) : OrderedJson()},
            {"methods", std::move(arms)}};
}

std::string measured_text(const std::string& title, const MeasuredRun& run) {
    if (run.state == MeasuredState::Failed)
        return fmt::format("  {}  failed: {}", printable(title, false), printable(run.error, false));
    std::string text = "  " + printable(title, false);
    if (std::isfinite(run.held_out_loss))
        text += fmt::format("  held-out loss {:.4f}", run.held_out_loss);
    else if (std::isfinite(run.best_validation_loss))
        text += fmt::format("  validation loss {:.4f}", run.best_validation_loss);
    if (run.steps > 0)
        text += fmt::format("  {} steps in {}", run.steps, format_duration(run.seconds));
    return text;
}

std::string rate_text(const StudyArm& arm, const ArmResults& results) {
    std::string tries;
    for (const auto& one : results.tries)
        tries += fmt::format(
            "  {:g}: {}", one.learning_rate,
            std::isfinite(one.validation_loss) ? fmt::format("{:.4f}", one.validation_loss) : "failed");
    return fmt::format("  {}  goes on with {:g} ({} )", printable(arm.name, false), results.learning_rate,
                       tries);
}

}  // namespace tunebench::cli
