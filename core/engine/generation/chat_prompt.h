// What a model reads before it answers in a chat.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/data/chat_format.h"
#include "core/engine_api/generation.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// The template that ChatOptions::chat_template names, for this model; the errors of choose_chat_format.
Result<ChatFormat> chat_format_of(const Tokenizer& tokenizer, const ChatOptions& chat);

/// The turns before, then what the user says, up to where the answer begins. InvalidArgument where the
/// template refuses the conversation.
Result<std::string> chat_prompt(const ChatFormat& format, const ChatOptions& chat, const std::string& says);

}  // namespace tunebench
