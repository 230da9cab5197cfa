#include "core/data/conversation.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/text_distance.h"

namespace tunebench {
namespace {

constexpr std::string_view kAssistant = "assistant";
constexpr std::string_view kChatMlMarker = "<|im_start|>";
constexpr std::string_view kExample =
    R"(Messages look like [{"role": "user", "content": "..."}, {"role": "assistant", "content": "..."}].)";

Error malformed(std::string_view place, const std::string& what) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{}: {}", place, what),
            .hint = std::string(kExample)};
}

Result<ChatMessage> read_message(const Json& value, const std::string& name, std::string_view place) {
    if (!value.is_object())
        return malformed(place, fmt::format("{} holds {}, not an object", name, value.type_name()));
    ChatMessage message;
    for (const auto& [key, part] :
         {std::pair{"role", &ChatMessage::role}, std::pair{"content", &ChatMessage::content}}) {
        const auto* member = find_member(value, key);
        if (!member)
            return malformed(place, fmt::format("{} has no '{}'", name, key));
        const auto* text = member->get_ptr<const std::string*>();
        if (!text)
            return malformed(place, fmt::format("{}.{} holds {}, not text", name, key, member->type_name()));
        message.*part = *text;
    }
    const std::vector<std::string> learned = {std::string(kAssistant)};
    if (message.role != kAssistant && !nearest(message.role, learned).empty())
        return malformed(place,
                         fmt::format("{}.role is '{}'; did you mean 'assistant'?", name, message.role));
    return message;
}

void append_segment(std::vector<Segment>& segments, std::string_view text, bool supervised) {
    if (text.empty())
        return;
    if (!segments.empty() && segments.back().supervised == supervised && !supervised)
        segments.back().text += text;
    else
        segments.push_back({.text = std::string(text), .supervised = supervised});
}

Error unknown_template(const std::string& name) {
    std::vector<std::string> known = {"auto"};
    for (const auto& chat_template : chat_templates())
        known.emplace_back(chat_template.name);
    return {
        .code = ErrorCode::InvalidArgument,
        .message = fmt::format("data.template cannot be '{}': it is one of {}", name, fmt::join(known, ", ")),
        .hint = "Choose auto unless the model needs another one.",
        .field = "data.template"};
}

}  // namespace

Result<std::vector<ChatMessage>> read_conversation(const Json& value, std::string_view column,
                                                   std::string_view place) {
    if (!value.is_array())
        return malformed(place, fmt::format("column '{}' holds {}, not a list", column, value.type_name()));
    std::vector<ChatMessage> messages;
    for (const auto& entry : value) {
        TRY(auto message, read_message(entry, fmt::format("{}[{}]", column, messages.size()), place));
        messages.push_back(std::move(message));
    }
    return messages;
}

std::vector<Segment> segments_of(const RenderedChat& chat, std::span<const ChatMessage> messages,
                                 bool learn_all) {
    const std::string_view text = chat.text;
    std::vector<Segment> segments;
    std::size_t done = 0;
    auto message = messages.begin();
    for (const auto& span : chat.assistant_spans) {
        message = std::ranges::find(message, messages.end(), kAssistant, &ChatMessage::role);
        append_segment(segments, text.substr(done, span.begin - done), learn_all);
        append_segment(segments, text.substr(span.begin, span.size()),
                       learn_all || !message->content.empty());
        done = span.end;
        ++message;
    }
    append_segment(segments, text.substr(done), learn_all);
    return segments;
}

Result<const ChatTemplate*> choose_chat_template(const DataSection& data, const Tokenizer& tokenizer) {
    if (data.chat_template != "auto") {
        const auto* named = find_chat_template(data.chat_template);
        return named ? Result<const ChatTemplate*>(named) : unknown_template(data.chat_template);
    }
    const auto& own = tokenizer.chat_template();
    if (!own.empty() && own.find(kChatMlMarker) == std::string::npos)
        return Error{
            .code = ErrorCode::Unsupported,
            .message = "the model brings a chat template that is not ChatML, which cannot be read yet",
            .hint =
                "Set data.template to chatml to train with ChatML, or write the conversations as prompt "
                "and completion.",
            .field = "data.template"};
    return find_chat_template("chatml");
}

}  // namespace tunebench
