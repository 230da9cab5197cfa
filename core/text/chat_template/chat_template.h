// Chat templates: a conversation as one text, and which parts of it the assistant wrote. Models bring theirs
// in Jinja; the built-in ones are written in it too.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/text/chat_template/jinja/date_format.h"
#include "core/text/chat_template/jinja/template.h"
#include "core/text/span.h"

namespace tunebench {

/// What a template is filled in with.
struct ChatInput {
    OrderedJson messages = OrderedJson::array();    // [{"role": "user", "content": "..."}, ...]
    OrderedJson tools = nullptr;                    // the functions that the model may call, or null
    bool add_generation_prompt = false;             // ends where the assistant's answer is to begin
    OrderedJson variables = OrderedJson::object();  // further ones: bos_token, enable_thinking, ...
    jinja::Moment now = {};                         // for templates that write today's date
};

/// A part of a rendered conversation.
struct Turn {
    Span bytes = {};
    std::optional<std::size_t> message = {};  // index; none: the template's own text
    bool is_answer = false;                   // the model learns to write it

    bool operator==(const Turn&) const = default;
};

struct RenderedChat {
    std::string text = {};
    std::vector<Turn> turns = {};  // in order, touching, none empty; together the whole text
};

/// Immutable: threads may share one, and copies share their data.
class ChatTemplate {
public:
    /// InvalidArgument for a template with a mistake; the message says which template (`name`) and line.
    static Result<ChatTemplate> parse(std::string name, std::string source, const jinja::Limits& limits = {});

    const std::string& name() const { return name_; }
    const std::string& source() const { return source_; }  // Jinja

    /// The text as transformers renders it. InvalidArgument with the template's own message where it refuses
    /// the conversation, for a mistake in it, and for what goes over the sandbox's limits.
    Result<std::string> render(const ChatInput& input) const;

    /// The text and its turns. A message's turn is what the template writes while it goes through the
    /// messages and is at this one. What of an assistant's turn is answer is told by the template's {%
    /// generation %} blocks where it has them. Otherwise the answer begins behind what a generation prompt
    /// writes (the conversation before the last answer, rendered with one), and ends with its turn or, for
    /// the last message, with the text; white space at its end is left out. For a template without a loop
    /// over the messages, texts of the first messages are compared. Unsupported when an answer cannot be
    /// told: the template writes the messages before it differently once more follow.
    Result<RenderedChat> render_with_turns(const ChatInput& input) const;

private:
    ChatTemplate(std::string name, std::string source, jinja::Template parsed)
        : name_(std::move(name)), source_(std::move(source)), template_(std::move(parsed)) {}

    Result<jinja::Rendered> run(const ChatInput& input) const;

    std::string name_;
    std::string source_;
    jinja::Template template_;
};

}  // namespace tunebench
