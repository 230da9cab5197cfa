// Chat messages of a row: reading them, and cutting the rendered conversation into segments.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/data/row_text.h"
#include "core/run/run_config.h"
#include "core/text/chat_template/chat_template.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// [{"role": "user", "content": "..."}, ...]. Corrupt for anything else and for a role that is a misspelt
/// "assistant", of which nothing would be learned. `column` and `place` ("town.jsonl line 3") are for the
/// message.
Result<std::vector<ChatMessage>> read_conversation(const Json& value, std::string_view column,
                                                   std::string_view place);

/// The text in its order, cut at the assistant's spans, which are learned (`learn_all`: so is the rest). An
/// answer without content is not learned: its end of turn alone would teach to say nothing.
std::vector<Segment> segments_of(const RenderedChat& chat, std::span<const ChatMessage> messages,
                                 bool learn_all);

/// The template that data.template names. "auto" is ChatML for a model that brings no template or one that
/// writes ChatML's markers; Unsupported when it brings another one, InvalidArgument for an unknown name.
Result<const ChatTemplate*> choose_chat_template(const DataSection& data, const Tokenizer& tokenizer);

}  // namespace tunebench
