// Sentences that core puts together while the program runs, in the language of the window: findings of the
// preflight and about data, and errors, with their paths and numbers. They are recognised by their words
// (core knows no Qt, and writes English); what stands between those is taken over as it is. Those are known
// that somebody new meets first (core_sentence_texts.cpp); others stay English.
#pragma once

#include <string_view>

#include <QString>

namespace tunebench::ui {

/// The translation of a message or a hint of core; the sentence itself where there is none.
QString coreSentence(std::string_view sentence);

}  // namespace tunebench::ui
