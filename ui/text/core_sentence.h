// Sentences that core puts together while the program runs, in the language of the window: findings of the
// preflight and about data, warnings of runs, and errors, with their paths and numbers. They are recognised
// by their words (core knows no Qt, and writes English); what stands between those is taken over as it is,
// unless it is a sentence of core itself. Those that are known are listed in ui/text/sentences; others stay
// English.
#pragma once

#include <string_view>

#include <QString>

namespace tunebench::ui {

/// The translation of a message or a hint of core; the sentence itself where there is none. Of "place:
/// message" the message is translated, where the whole is not known.
QString coreSentence(std::string_view sentence);

}  // namespace tunebench::ui
