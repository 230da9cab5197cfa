// StepStrip: the run from left to right: Model, Data, Method, Training, Fits? Each step says what was chosen
// and whether it stands in the way; a click leads to its card.
#pragma once

#include <array>

#include <QWidget>

#include "ui/pages/setup/setup_check.h"
#include "ui/pages/setup/setup_length.h"
#include "ui/pages/setup/step_button.h"

namespace tunebench::ui {

enum class SetupStep { Model, Data, Method, Training, Fits };

/// What is known of the run; what is not yet is null.
struct StepFacts {
    const RunConfig* config = nullptr;
    const SetupCheck* check = nullptr;
    const LengthAnswer* length = nullptr;
    std::vector<Finding> findings = {};  // of form and preflight together
};

/// The step that a field of the run file belongs to.
SetupStep stepOf(const std::string& field);

class StepStrip : public QWidget {
    Q_OBJECT

public:
    explicit StepStrip(QWidget* parent = nullptr);

    void showFacts(const StepFacts& facts);
    StepButton* button(SetupStep step) const { return buttons_[static_cast<std::size_t>(step)]; }

Q_SIGNALS:
    void chosen(tunebench::ui::SetupStep step);

private:
    std::array<StepButton*, 5> buttons_ = {};
};

}  // namespace tunebench::ui
