#include "core/study/report/study_report.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/study/report/common_examples.h"
#include "core/study/report/token_identity.h"
#include "core/study/statistics/pareto.h"

namespace tunebench {
namespace {

/// Over the runs that can be used; NaN where there is none.
template <class Value>
double mean_over(const ArmResults& results, Value value) {
    double sum = 0.0;
    int count = 0;
    for (const auto& run : results.seeds)
        if (is_usable(run)) {
            sum += value(*run);
            ++count;
        }
    return count > 0 ? sum / count : MeasuredRun::kNone;
}

const MeasuredRun* base_of(const StudyResults& results, const StudyArm& arm) {
    const auto found = results.bases.find(base_key(arm.config));
    return found != results.bases.end() && found->second.state == MeasuredState::Measured ? &found->second
                                                                                          : nullptr;
}

void add_measurements(ArmReport& report, const ArmResults& results, const MeasuredRun* base) {
    report.accuracy = mean_over(results, [](const MeasuredRun& run) { return run.held_out_accuracy; });
    report.seconds = mean_over(results, [](const MeasuredRun& run) { return run.seconds; });
    report.overfitting =
        mean_over(results, [](const MeasuredRun& run) { return run.held_out_loss - run.training_loss; });
    if (base)
        report.forgetting = mean_over(
            results, [base](const MeasuredRun& run) { return run.general_loss - base->general_loss; });
    for (const auto& run : results.seeds) {
        if (run && !is_usable(run))
            ++report.failed;
        if (!is_usable(run))
            continue;
        report.steps = report.seeds == 0 ? run->steps : std::min(report.steps, run->steps);
        ++report.seeds;
        report.trainable_parameters = run->trainable_parameters;
        report.total_parameters = run->total_parameters;
        report.peak_bytes = std::max(report.peak_bytes, run->peak_bytes);
        report.predicted_peak_bytes = run->predicted_peak_bytes;
        report.result_bytes = std::max(report.result_bytes, run->result_bytes);
    }
}

ArmReport report_arm(const StudyPlan& plan, const StudyResults& results, std::size_t index) {
    const auto& arm = plan.arms[index];
    const auto& of_arm = results.arms[index];
    ArmReport report{.name = arm.name,
                     .method_id = arm.config.method.id,
                     .method_name = arm.method_name,
                     .grid = arm.grid,
                     .learning_rate = of_arm.learning_rate,
                     .tries = of_arm.tries};
    add_measurements(report, of_arm, base_of(results, arm));
    return report;
}

template <class Cost>
std::vector<bool> front_of(const std::vector<ArmReport>& arms, Cost cost) {
    std::vector<TradeOff> points;
    for (const auto& arm : arms)
        points.push_back({.cost = cost(arm), .loss = arm.loss ? arm.loss->mean : MeasuredRun::kNone});
    return pareto_front(points);
}

void find_fronts(std::vector<ArmReport>& arms) {
    const auto memory =
        front_of(arms, [](const ArmReport& arm) { return static_cast<double>(arm.peak_bytes); });
    const auto parameters =
        front_of(arms, [](const ArmReport& arm) { return static_cast<double>(arm.trainable_parameters); });
    const auto time = front_of(arms, [](const ArmReport& arm) { return arm.seconds; });
    for (std::size_t i = 0; i < arms.size(); ++i) {
        arms[i].on_memory_front = memory[i];
        arms[i].on_parameter_front = parameters[i];
        arms[i].on_time_front = time[i];
    }
}

double base_loss_of(const StudyPlan& plan, const StudyResults& results, const CommonLosses& common) {
    const auto* base = base_of(results, plan.arms[plan.baseline]);
    if (!base || common.examples.empty())
        return MeasuredRun::kNone;
    double sum = 0.0;
    for (const auto example : common.examples) {
        if (example >= base->held_out_losses.size())
            return MeasuredRun::kNone;
        sum += base->held_out_losses[example];
    }
    return sum / static_cast<double>(common.examples.size());
}

std::string equal_text(const StudyRules& rules) {
    switch (rules.equal) {
        case HeldEqual::Steps:
            return rules.equal_amount > 0.0 ? fmt::format("{:.0f} steps", rules.equal_amount)
                                            : "the base's budget";
        case HeldEqual::Tokens:
            return format_count(static_cast<std::uint64_t>(rules.equal_amount)) + " tokens";
        case HeldEqual::TrainableParameters:
            return format_count(static_cast<std::uint64_t>(rules.equal_amount)) + " trainable parameters";
        case HeldEqual::Memory:
            return fmt::format("{:g} GiB of memory", rules.equal_amount);
        case HeldEqual::Time:
            break;
    }
    return format_duration(60.0 * rules.equal_amount) + " of training";
}

void note_failures(StudyReport& report, const StudyResults& results) {
    for (std::size_t i = 0; i < report.arms.size(); ++i)
        for (const auto& run : results.arms[i].seeds)
            if (run && !is_usable(run)) {
                report.notes.push_back(
                    fmt::format("{}: not compared, because a run failed: {}.", report.arms[i].name,
                                run->error.empty() ? "its loss is not a number" : run->error));
                break;
            }
}

void note_rates(StudyReport& report) {
    for (const auto& arm : report.arms) {
        if (arm.tries.empty())
            continue;
        if (std::ranges::none_of(arm.tries,
                                 [](const RateTry& one) { return std::isfinite(one.validation_loss); }))
            report.notes.push_back(fmt::format("{}: no learning rate could be tried.", arm.name));
        else if (is_at_edge(arm.tries, arm.learning_rate))
            report.notes.push_back(
                fmt::format("{}: the best learning rate, {:g}, is at the edge of those tried; a "
                            "wider search may find a better one.",
                            arm.name, arm.learning_rate));
    }
}

void note_short_runs(StudyReport& report, const StudyPlan& plan, const StudyResults& results) {
    for (std::size_t i = 0; i < report.arms.size(); ++i) {
        const auto& seeds = results.arms[i].seeds;
        const auto cut = std::ranges::find_if(seeds, [](const auto& run) {
            return is_usable(run) && run->total_steps > 0 && run->steps < run->total_steps;
        });
        if (cut != seeds.end() && plan.settings.rules.equal != HeldEqual::Time)
            report.notes.push_back(
                fmt::format("{}: ended after {} of {} steps; it did not get the same amount.",
                            report.arms[i].name, (*cut)->steps, (*cut)->total_steps));
    }
}

void note_missing(StudyReport& report) {
    if (report.seeds < report.planned_seeds)
        report.notes.push_back(fmt::format("{} of {} seeds are complete for every method compared.",
                                           report.seeds, report.planned_seeds));
    if (!report.arms[report.baseline].loss)
        report.notes.push_back("The baseline was not measured: nothing can be compared with it.");
}

}  // namespace

void compare_arms(StudyReport& report, const CommonLosses& common) {
    for (const auto& unpaired : common.unpaired)
        report.notes.push_back(
            fmt::format("{}: not tested, because {}.", report.arms[unpaired.arm].name, unpaired.reason));
    if (common.losses.empty())
        return;
    report.seeds = static_cast<std::int64_t>(common.seeds.size());
    report.examples = static_cast<std::int64_t>(common.examples.size());
    const Resamples resamples(common.seeds.size(), common.examples.size(), {});
    std::vector<LossMatrix> others;
    std::vector<std::size_t> other_arms;
    const LossMatrix* baseline = nullptr;
    for (std::size_t i = 0; i < common.arms.size(); ++i) {
        report.arms[common.arms[i]].loss = mean_with_error(common.losses[i], resamples);
        if (common.arms[i] == report.baseline) {
            baseline = &common.losses[i];
        } else {
            others.push_back(common.losses[i]);
            other_arms.push_back(common.arms[i]);
        }
    }
    if (!baseline)
        return;
    const auto comparisons = compare_with_baseline(*baseline, others);
    for (std::size_t i = 0; i < comparisons.size(); ++i)
        report.arms[other_arms[i]].against_baseline = comparisons[i];
}

StudyReport report_study(const StudyPlan& plan, const StudyResults& results) {
    StudyReport report{.name = plan.settings.rules.name,
                       .equal = equal_text(plan.settings.rules),
                       .baseline = plan.baseline,
                       .planned_seeds = plan.settings.rules.seeds};
    for (std::size_t i = 0; i < plan.arms.size(); ++i)
        report.arms.push_back(report_arm(plan, results, i));
    const auto common = common_losses(results, plan.baseline, token_identities(plan, results));
    compare_arms(report, common);
    report.base_loss = base_loss_of(plan, results, common);
    find_fronts(report.arms);
    note_missing(report);
    note_failures(report, results);
    note_short_runs(report, plan, results);
    note_rates(report);
    report.verdict = verdict_of(report);
    return report;
}

}  // namespace tunebench
