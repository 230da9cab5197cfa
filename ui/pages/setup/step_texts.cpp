#include "ui/pages/setup/step_texts.h"

#include <algorithm>

#include <QLocale>

#include "core/memory/fit.h"
#include "core/methods/method.h"
#include "ui/forms/field_labels.h"
#include "ui/text/core_text.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

bool hasModel(const StepFacts& facts) {
    return facts.check != nullptr && facts.check->model && facts.check->model->has_value();
}

const MemoryEstimate* estimateIn(const StepFacts& facts) {
    const bool isThere =
        facts.check != nullptr && facts.check->estimate && facts.check->estimate->has_value();
    return isThere ? &**facts.check->estimate : nullptr;
}

QString fileName(const std::string& path) {
    return toQt(std::filesystem::path(path).filename().string());
}

QString examplesText(std::int64_t examples) {
    return examples == 1
               ? StepStrip::tr("1 example")
               : StepStrip::tr("%1 examples").arg(QLocale().toString(static_cast<qlonglong>(examples)));
}

QString passesText(double passes) {
    const QString number = QLocale().toString(passes, 'g', 4);
    return number == QLatin1String("1") ? StepStrip::tr("1 pass") : StepStrip::tr("%1 passes").arg(number);
}

QString stepsText(std::int64_t steps) {
    return steps == 1 ? StepStrip::tr("1 step")
                      : StepStrip::tr("%1 steps").arg(QLocale().toString(static_cast<qlonglong>(steps)));
}

QString modelSummary(const StepFacts& facts) {
    if (facts.config->model.path.empty())
        return StepStrip::tr("choose a folder");
    const QString name = fileName(facts.config->model.path);
    if (!hasModel(facts))
        return name;
    return StepStrip::tr("%1, %2").arg(name, countText((*facts.check->model)->parameters));
}

QString dataSummary(const StepFacts& facts) {
    const auto& files = facts.config->data.train;
    if (files.empty())
        return StepStrip::tr("choose a file");
    if (facts.length != nullptr && !facts.length->error)
        return examplesText(facts.length->length.examples);
    return files.size() == 1 ? fileName(files.front().path) : StepStrip::tr("%1 files").arg(files.size());
}

QString methodSummary(const StepFacts& facts) {
    const Method* method = find_method(facts.config->method.id);
    const QString title = method != nullptr ? coreText(method->title) : toQt(facts.config->method.id);
    const MemoryEstimate* estimate = estimateIn(facts);
    if (estimate == nullptr)
        return title;
    return StepStrip::tr("%1 trains %2")
        .arg(title, estimate->total_parameters > 0
                        ? shareText(static_cast<double>(estimate->trainable_parameters) /
                                    static_cast<double>(estimate->total_parameters))
                        : countText(estimate->trainable_parameters));
}

QString trainingSummary(const StepFacts& facts) {
    if (facts.length == nullptr || facts.length->error || facts.length->length.steps == 0)
        return passesText(facts.config->budget.epochs);
    const QString steps = stepsText(facts.length->length.steps);
    const auto seconds = trainingSeconds(*facts.config, facts.length->length, facts.length->step);
    return seconds ? StepStrip::tr("%1, %2").arg(steps, durationText(*seconds)) : steps;
}

QString fitsSummary(const StepFacts& facts) {
    if (estimateIn(facts) == nullptr)
        return StepStrip::tr("needs a model");
    const QString expected = bytesText(facts.check->expected_bytes());
    const std::uint64_t limit = facts.check->limit_bytes();
    return limit == 0 ? expected : StepStrip::tr("%1 of %2").arg(expected, bytesText(limit));
}

/// What a step asks for before anything can be wrong with it.
bool isUnchosen(SetupStep step, const StepFacts& facts) {
    return (step == SetupStep::Model && facts.config->model.path.empty()) ||
           (step == SetupStep::Data && facts.config->data.train.empty());
}

/// The first setting of the step that stands in the way; empty: none does.
QString wrongSetting(SetupStep step, const StepFacts& facts) {
    for (const Finding& finding : facts.findings)
        if (finding.severity == Finding::Severity::Blocks && stepOf(finding.field) == step)
            if (const QString label = fieldLabel(toQt(finding.field)); !label.isEmpty())
                return label;
    return {};
}

StepState fitsState(const StepFacts& facts) {
    if (estimateIn(facts) == nullptr)
        return StepState::Open;
    switch (fit_of(facts.check->expected_bytes(), facts.check->limit_bytes())) {
        case Fit::Fits:
            return StepState::Done;
        case Fit::Tight:
            return StepState::Remarks;
        case Fit::TooLarge:
            return StepState::Blocked;
        case Fit::Unknown:
            break;
    }
    return StepState::Open;
}

}  // namespace

QString stepSummary(SetupStep step, const StepFacts& facts) {
    const QString wrong = isUnchosen(step, facts) ? QString() : wrongSetting(step, facts);
    if (!wrong.isEmpty() && step != SetupStep::Fits)
        return StepStrip::tr("check “%1”").arg(wrong);
    switch (step) {
        case SetupStep::Model:
            return modelSummary(facts);
        case SetupStep::Data:
            return dataSummary(facts);
        case SetupStep::Method:
            return methodSummary(facts);
        case SetupStep::Training:
            return trainingSummary(facts);
        case SetupStep::Fits:
            break;
    }
    return fitsSummary(facts);
}

StepState stepState(SetupStep step, const StepFacts& facts) {
    if (step == SetupStep::Fits)
        return fitsState(facts);
    auto state = facts.check == nullptr ? StepState::Open : StepState::Done;
    for (const Finding& finding : facts.findings)
        if (stepOf(finding.field) == step)
            state = std::max(state, finding.severity == Finding::Severity::Blocks ? StepState::Blocked
                                                                                  : StepState::Remarks);
    return state;
}

}  // namespace tunebench::ui
