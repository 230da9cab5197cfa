// What forms call the fields of a run file: people read "Maximum length", files say "data.max_length".
#pragma once

#include <QString>

namespace tunebench::ui {

/// "Maximum length" of "data.max_length"; empty where there is no such field.
QString fieldLabel(const QString& field);

/// The sentence with names of sections' fields as forms show them: "set data.max_length" becomes "set
/// “Maximum length”".
QString withFieldLabels(const QString& sentence);

}  // namespace tunebench::ui
