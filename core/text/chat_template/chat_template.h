// Chat templates: a conversation as one text, and which bytes of it the assistant wrote. Templates here are
// data; a model's own, which are Jinja, are read beside them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/span.h"

namespace tunebench {

struct ChatMessage {
    std::string role = {};  // system, user, assistant, ...
    std::string content = {};

    bool operator==(const ChatMessage&) const = default;
};

/// What stands around the messages of a role. In `before`, {role} is the role's name.
struct RoleFormat {
    std::string_view role = {};    // empty: every role that has no format of its own
    std::string_view before = {};  // the content
    std::string_view end = {};     // marks the end of the turn: the model must learn to write it
    std::string_view after = {};   // up to the next turn
};

struct ChatTemplate {
    std::string_view name = {};  // "chatml": in run files
    std::string_view begin = {};
    std::span<const RoleFormat> roles = {};
    std::string_view generation_prompt = {};  // where the assistant's answer is to begin
};

struct RenderedChat {
    std::string text = {};
    std::vector<Span> assistant_spans = {};  // content and end of each assistant turn, in order, not touching
};

/// The built-in templates.
std::span<const ChatTemplate> chat_templates();

/// A built-in template by its name; null for an unknown name.
const ChatTemplate* find_chat_template(std::string_view name);

/// InvalidArgument for a conversation without messages and for a role that the template has no format for
/// (an empty role included).
Result<RenderedChat> render_chat(const ChatTemplate& chat_template, std::span<const ChatMessage> messages,
                                 bool add_generation_prompt);

}  // namespace tunebench
