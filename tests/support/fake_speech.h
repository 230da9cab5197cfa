// What the fake engine says: its name and the prompt, a word a token, each with made-up probabilities. Part
// of fake_engine.h.
#pragma once

#include <chrono>
#include <string>

#include "core/engine_api/engine.h"

namespace tunebench::test {

/// Answers every prompt with "<speaker>: <prompt>", in a chat with the number of messages before it. As many
/// tokens as the request takes, `a_token` apart; Cancelled or a cut answer when it is cancelled.
Result<Generation> speak(const std::string& speaker, const GenerateRequest& request,
                         std::chrono::milliseconds a_token, const CancelToken& cancel,
                         const ProgressSink& sink);

}  // namespace tunebench::test
