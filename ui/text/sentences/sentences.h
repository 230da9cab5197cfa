// The sentences of core that core_sentence knows, in UTF-8: %1 to %9 stand for whatever stands there. Those
// without a placeholder are among them to be translated. Where several fit, the one with the most words of
// its own is the right one: their order says nothing. Part of core_sentence.
#pragma once

#include <span>
#include <vector>

namespace tunebench::ui {

std::span<const char* const> findingSentences();
std::span<const char* const> methodSentences();
std::span<const char* const> settingSentences();
std::span<const char* const> runSentences();
std::span<const char* const> dataSentences();
std::span<const char* const> fileSentences();
std::span<const char* const> modelSentences();
std::span<const char* const> hubSentences();
std::span<const char* const> historySentences();

/// All of them.
std::vector<const char*> coreSentenceTexts();

}  // namespace tunebench::ui
