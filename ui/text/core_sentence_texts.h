// The sentences of core that core_sentence knows. Part of core_sentence.
#pragma once

#include <span>

namespace tunebench::ui {

struct CoreSentence {
    const char* text = nullptr;  // UTF-8, with a placeholder for whatever stands there
    int nested = 0;              // the placeholder that is of core's words itself; 0: none
};

/// The first that fits is the right one. Those without a placeholder are among them to be translated.
std::span<const CoreSentence> coreSentenceTexts();

}  // namespace tunebench::ui
