// What the window calls a method that the history knows by its id.
#pragma once

#include <string_view>

#include <QString>

namespace tunebench::ui {

/// "LoRA, nf4" of "lora, nf4" (core/history/run_labels.h); a label of no known method as it stands.
QString methodText(std::string_view label);

}  // namespace tunebench::ui
