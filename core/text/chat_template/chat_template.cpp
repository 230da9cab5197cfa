#include "core/text/chat_template/chat_template.h"

#include <algorithm>

#include <fmt/format.h>

namespace tunebench {

namespace {

constexpr std::string_view kAssistant = "assistant";
constexpr std::string_view kRolePlaceholder = "{role}";

constexpr RoleFormat kChatMlRoles[] = {{"", "<|im_start|>{role}\n", "<|im_end|>", "\n"}};

constexpr ChatTemplate kTemplates[] = {{"chatml", "", kChatMlRoles, "<|im_start|>assistant\n"}};

const RoleFormat* format_of(const ChatTemplate& chat_template, std::string_view role) {
    const RoleFormat* other = nullptr;
    for (const RoleFormat& format : chat_template.roles) {
        if (format.role == role)
            return &format;
        if (format.role.empty())
            other = &format;
    }
    return other;
}

std::string with_role(std::string_view before, std::string_view role) {
    const std::size_t at = before.find(kRolePlaceholder);
    if (at == std::string_view::npos)
        return std::string(before);
    return std::string(before.substr(0, at)) + std::string(role) +
           std::string(before.substr(at + kRolePlaceholder.size()));
}

}  // namespace

std::span<const ChatTemplate> chat_templates() {
    return kTemplates;
}

const ChatTemplate* find_chat_template(std::string_view name) {
    const auto found = std::ranges::find(kTemplates, name, &ChatTemplate::name);
    return found == std::end(kTemplates) ? nullptr : found;
}

Result<RenderedChat> render_chat(const ChatTemplate& chat_template, std::span<const ChatMessage> messages,
                                 bool add_generation_prompt) {
    if (messages.empty())
        return Error{ErrorCode::InvalidArgument, "the conversation has no messages",
                     "Give it at least one message with a role and a content."};
    RenderedChat chat;
    chat.text = chat_template.begin;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const ChatMessage& message = messages[i];
        const RoleFormat* format = message.role.empty() ? nullptr : format_of(chat_template, message.role);
        if (!format)
            return Error{
                ErrorCode::InvalidArgument,
                fmt::format("message {} has the role \"{}\", which the chat template {} does not know", i + 1,
                            message.role, chat_template.name),
                "Use the roles system, user and assistant."};
        chat.text += with_role(format->before, message.role);
        const std::size_t begin = chat.text.size();
        chat.text += message.content;
        chat.text += format->end;
        if (message.role == kAssistant)
            chat.assistant_spans.push_back({begin, chat.text.size()});
        chat.text += format->after;
    }
    if (add_generation_prompt)
        chat.text += chat_template.generation_prompt;
    return chat;
}

}  // namespace tunebench
