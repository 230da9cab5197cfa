// What forms call the fields of a run file: people read "Maximum length", files say "data.max_length".
#pragma once

#include <QStringList>

namespace tunebench::ui {

/// "Maximum length" of "data.max_length"; empty where there is no such field.
QString fieldLabel(const QString& field);

/// The labels of fields that stand beside each other, and beside names that are `taken`: with the field
/// behind it where two would be called the same, the field alone where it has no label.
QStringList distinctFieldLabels(const QStringList& fields, const QStringList& taken = {});

/// The sentence with names of sections' fields as forms show them: "set data.max_length" becomes "set
/// “Maximum length”".
QString withFieldLabels(const QString& sentence);

/// A label as a word among others: "Weight decay" becomes "weight decay" in languages whose nouns are small;
/// "NEFTune noise" stays as it is written.
QString inSentence(QString label);

}  // namespace tunebench::ui
