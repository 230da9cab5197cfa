#include "core/engine/generation/chat_prompt.h"

#include <fmt/format.h>

namespace tunebench {

Result<ChatFormat> chat_format_of(const Tokenizer& tokenizer, const ChatOptions& chat) {
    DataSection data;
    data.chat_template = chat.chat_template;
    return choose_chat_format(data, tokenizer);
}

Result<std::string> chat_prompt(const ChatFormat& format, const ChatOptions& chat, const std::string& says) {
    auto messages = OrderedJson::array();
    for (const auto& message : chat.before)
        messages.push_back({{"role", message.role}, {"content", message.content}});
    messages.push_back({{"role", "user"}, {"content", says}});
    auto text = format.standard.render({.messages = std::move(messages),
                                        .add_generation_prompt = true,
                                        .variables = format.variables,
                                        .now = format.now});
    if (text)
        return text;
    auto error = text.error();
    error.message = fmt::format("The chat template {} says: {}", format.standard.name(), error.message);
    return error;
}

}  // namespace tunebench
