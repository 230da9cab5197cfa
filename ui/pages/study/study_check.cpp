#include "ui/pages/study/study_check.h"

#include <QCoreApplication>
#include <QLocale>

#include "core/base/durable_file.h"
#include "core/history/history.h"
#include "core/run/memory_calibration.h"
#include "core/run/run_sources.h"
#include "core/study/plan/pace.h"
#include "ui/text/numbers.h"

namespace tunebench::ui {
namespace {

constexpr std::size_t kLeastMethods = 2;

struct StudyCheckTexts {
    Q_DECLARE_TR_FUNCTIONS(StudyCheckTexts)
};

Finding blockedBy(const Error& error) {
    return {.severity = Finding::Severity::Blocks,
            .field = error.field,
            .message = error.message,
            .hint = error.hint};
}

QString lengthOf(const BudgetSection& budget) {
    if (budget.steps > 0)
        return budget.steps == 1 ? StudyCheckTexts::tr("1 step")
                                 : StudyCheckTexts::tr("%1 steps")
                                       .arg(QLocale().toString(static_cast<qlonglong>(budget.steps)));
    if (budget.tokens > 0)
        return StudyCheckTexts::tr("%1 tokens").arg(countText(budget.tokens));
    if (budget.epochs > 0.0)
        return budget.epochs == 1.0 ? StudyCheckTexts::tr("1 epoch")
                                    : StudyCheckTexts::tr("%1 epochs").arg(shortNumber(budget.epochs));
    return StudyCheckTexts::tr("by time");
}

std::optional<double> paceFrom(const std::filesystem::path& dataFolder, const std::string& model) {
    const auto reader = HistoryReader::open(History::database_path(dataFolder));
    if (!reader)
        return {};
    const auto runs = (*reader)->runs({});
    return runs ? seconds_per_operation(*runs, model) : std::nullopt;
}

void addMethods(StudyCheck& check, const StudyCost& cost, std::optional<double> pace) {
    const StudyPlan& plan = *check.plan;
    const double baseline = plan.baseline < cost.arms.size() ? cost.arms[plan.baseline].step_operations : 0.0;
    for (std::size_t i = 0; i < cost.arms.size(); ++i)
        check.methods.push_back({.cost = cost.arms[i],
                                 .length = lengthOf(plan.arms[i].config.budget),
                                 .expectedSeconds = expected_seconds(cost.arms[i], pace),
                                 .work = baseline > 0.0 ? cost.arms[i].step_operations / baseline : 0.0,
                                 .isBaseline = i == plan.baseline});
}

/// Preflight says it of a run that does not fit at all; what would not fit now is said once.
void warnOfMemory(StudyCheck& check) {
    for (const auto& method : check.methods)
        if (!method.cost.fits) {
            check.findings.push_back(
                {.severity = Finding::Severity::Warns,
                 .field = "methods",
                 .message = StudyCheckTexts::tr("Not every method fits into the memory that is free now.")
                                .toStdString(),
                 .hint =
                     StudyCheckTexts::tr(
                         "Its runs will be noted as failed. Hold memory equal, or lower the batch size of "
                         "the base.")
                         .toStdString()});
            return;
        }
}

}  // namespace

StudyCheck checkStudy(StudySettings settings, const std::filesystem::path& dataFolder) {
    StudyCheck check;
    if (settings.base.model.path.empty() || settings.base.data.train.empty()) {
        check.findings.push_back(
            {.field = "base",
             .message = StudyCheckTexts::tr("The base has no model or no training data.").toStdString(),
             .hint = StudyCheckTexts::tr("Choose them in Setup, and take what it holds.").toStdString()});
        return check;
    }
    auto place = this_machine();
    place.data_folder = dataFolder;
    place.calibrations = memory_calibrations(dataFolder);
    const auto disk = free_bytes(dataFolder);
    place.free_disk_bytes = disk ? std::optional(*disk) : std::nullopt;
    const auto located = locate_sources(settings.base, place.hub_cache);
    for (const auto& missing : located.missing)
        check.findings.push_back(blockedBy(missing));
    if (!located.missing.empty())
        return check;
    settings.base = located.config;
    auto plan = plan_study(std::move(settings));
    if (!plan) {
        check.findings.push_back(blockedBy(plan.error()));
        return check;
    }
    check.plan = *std::move(plan);
    if (check.plan->arms.size() < kLeastMethods)
        check.findings.push_back(
            {.field = "methods",
             .message = StudyCheckTexts::tr("A comparison needs two methods.").toStdString(),
             .hint = StudyCheckTexts::tr("Add another one.").toStdString()});
    const auto cost = study_cost(*check.plan, place);
    if (!cost) {
        check.findings.push_back(blockedBy(cost.error()));
        return check;
    }
    check.findings.insert(check.findings.end(), cost->findings.begin(), cost->findings.end());
    const auto pace = paceFrom(dataFolder, check.plan->settings.base.model.path);
    addMethods(check, *cost, pace);
    warnOfMemory(check);
    check.runs = cost->runs;
    check.tries = cost->tries;
    check.mostSeconds = cost->seconds_most;
    check.expectedSeconds = expected_seconds(*check.plan, *cost, pace);
    return check;
}

}  // namespace tunebench::ui
