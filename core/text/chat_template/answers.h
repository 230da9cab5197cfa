// Finds the assistant's answers in a rendered conversation. Part of chat_template.cpp.
#pragma once

#include <cstddef>
#include <functional>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/text/chat_template/chat_template.h"
#include "core/text/chat_template/jinja/rendered.h"

namespace tunebench {

/// Renders the first messages of the conversation, with or without a generation prompt.
using PrefixRenderer = std::function<Result<jinja::Rendered>(std::size_t messages, bool with_prompt)>;

/// Whether something was written in a {% generation %} block.
bool has_generation(const jinja::Rendered& rendered);

/// The pieces as they are; answers are those of {% generation %} blocks.
RenderedChat turns_of_generation(const jinja::Rendered& rendered);

/// The pieces of messages; answers are found by comparison with prefixes of the conversation.
Result<RenderedChat> turns_of_messages(const jinja::Rendered& rendered, const OrderedJson& messages,
                                       const PrefixRenderer& prefix);

}  // namespace tunebench
