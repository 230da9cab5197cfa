// Core's texts in the language of the window. Core knows no Qt: its descriptions (fields, methods,
// optimizers, schedules, presets, formats) are English, and are translated where they are shown, in the
// context "core" of resources/translations. Only what is written down in core as a constant has a translation
// here; of what is put together while the program runs (errors with their numbers and paths, findings,
// warnings) ui/text/core_sentence.h has it.
#pragma once

#include <string_view>

#include <QString>

#include "core/params/param_spec.h"
#include "core/run/presets.h"

namespace tunebench::ui {

/// The translation of a text of core; the text itself where there is none.
QString coreText(std::string_view text);

/// What a number may be: "between 1 and 512". The text is translated without its numbers.
QString rangeText(const ParamSpec& spec);

/// Whether labels begin with a small letter within a sentence, as in English.
bool areNounsSmall();

/// Of presets that come with Tunebench; what users write stays as they wrote it.
QString presetTitle(const RunPreset& preset);
QString presetReason(const RunPreset& preset);

}  // namespace tunebench::ui
