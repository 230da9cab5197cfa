// Chat messages of a row: reading them, and cutting the rendered conversation into segments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/data/row_text.h"
#include "core/text/chat_template/chat_template.h"

namespace tunebench {

/// [{"role": "user", "content": "..."}, ...], with whatever else the messages have; or its JSON as a text.
/// The content is text, or with tool_calls null or absent (an empty text then), or a list of parts, which
/// templates of some models read. Corrupt for anything else and for a role that is a misspelt "assistant", of
/// which nothing would be learned. `column` and `place` ("town.jsonl line 3") are for the message.
Result<OrderedJson> read_conversation(const OrderedJson& value, std::string_view column,
                                      std::string_view place);

/// The functions that the model may call: a list of objects, or its JSON as a text; null stays null. Corrupt
/// for anything else.
Result<OrderedJson> read_tools(const OrderedJson& value, std::string_view column, std::string_view place);

/// Nothing, or nothing but ASCII white space.
bool is_blank(std::string_view text);

/// Whether no message has content but white space, or calls a tool.
bool is_blank_conversation(const OrderedJson& messages);

TurnFlaws turn_flaws(const OrderedJson& messages);

/// The text in its order, cut at the answers, which are learned (`learn_all`: so is the rest). An answer
/// without content is not learned, nor is one that calls tools which the template does not write: its end of
/// turn alone would teach to say nothing. Answers before the message `first_learned` are given, not learned.
std::vector<Segment> segments_of(const RenderedChat& chat, const OrderedJson& messages, bool learn_all,
                                 std::size_t first_learned = 0);

/// A list that a column holds, or the list whose JSON its text is, as tables have it. Other values come back
/// as they are; Corrupt for a text that begins like a list and is none.
Result<OrderedJson> list_in(const OrderedJson& value, std::string_view column, std::string_view place);

}  // namespace tunebench
