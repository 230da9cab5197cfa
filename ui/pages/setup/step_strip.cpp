#include "ui/pages/setup/step_strip.h"

#include <QHBoxLayout>

#include "ui/pages/setup/step_texts.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {
namespace {

constexpr std::array kAllSteps = {SetupStep::Model, SetupStep::Data, SetupStep::Method, SetupStep::Training,
                                  SetupStep::Fits};

struct StepName {
    QString title = {};
    const char* objectName = "";
};

StepName nameOfStep(SetupStep step) {
    switch (step) {
        case SetupStep::Model:
            return {StepStrip::tr("Model"), "step_model"};
        case SetupStep::Data:
            return {StepStrip::tr("Data"), "step_data"};
        case SetupStep::Method:
            return {StepStrip::tr("Method"), "step_method"};
        case SetupStep::Training:
            return {StepStrip::tr("Training"), "step_training"};
        case SetupStep::Fits:
            break;
    }
    return {StepStrip::tr("Fits?"), "step_fits"};
}

}  // namespace

SetupStep stepOf(const std::string& field) {
    const auto section = field.substr(0, field.find('.'));
    if (section == "model")
        return SetupStep::Model;
    if (section == "data")
        return SetupStep::Data;
    return section == "method" ? SetupStep::Method : SetupStep::Training;
}

StepStrip::StepStrip(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    int number = 1;
    for (const SetupStep step : kAllSteps) {
        const StepName name = nameOfStep(step);
        auto* button = new StepButton(number++, name.title, this);
        button->setObjectName(QString::fromLatin1(name.objectName));
        connect(button, &StepButton::clicked, this, [this, step] { Q_EMIT chosen(step); });
        row->addWidget(button, 1);
        buttons_[static_cast<std::size_t>(step)] = button;
    }
}

void StepStrip::showFacts(const StepFacts& facts) {
    for (const SetupStep step : kAllSteps)
        button(step)->setStep(stepState(step, facts), stepSummary(step, facts));
}

}  // namespace tunebench::ui
