// What the steps of the strip say in a line, and how they stand. Part of step_strip.h.
#pragma once

#include "ui/pages/setup/step_strip.h"

namespace tunebench::ui {

QString stepSummary(SetupStep step, const StepFacts& facts);
StepState stepState(SetupStep step, const StepFacts& facts);

}  // namespace tunebench::ui
