#include "core/text/chat_template/chat_template.h"

#include <fmt/format.h>

#include "core/text/chat_template/answers.h"

namespace tunebench {

Result<ChatTemplate> ChatTemplate::parse(std::string name, std::string source, const jinja::Limits& limits) {
    auto parsed = jinja::Template::parse(source, limits);
    if (!parsed) {
        auto error = parsed.error();
        error.message = fmt::format("{} ({})", error.message, name);
        return error;
    }
    return ChatTemplate(std::move(name), std::move(source), *std::move(parsed));
}

Result<jinja::Rendered> ChatTemplate::run(const ChatInput& input) const {
    OrderedJson variables = {{"messages", input.messages},
                             {"tools", input.tools},
                             {"documents", nullptr},
                             {"add_generation_prompt", input.add_generation_prompt}};
    for (const auto& [name, value] : input.variables.items())
        variables[name] = value;
    return template_.render(variables, input.now);
}

Result<std::string> ChatTemplate::render(const ChatInput& input) const {
    TRY(auto rendered, run(input));
    return std::move(rendered.text);
}

Result<RenderedChat> ChatTemplate::render_with_turns(const ChatInput& input) const {
    TRY(const auto rendered, run(input));
    if (template_.marks_generation() && has_generation(rendered))
        return turns_of_generation(rendered);
    const PrefixRenderer prefix = [&](std::size_t messages, bool with_prompt) {
        ChatInput start = input;
        start.messages.erase(start.messages.begin() + static_cast<std::ptrdiff_t>(messages),
                             start.messages.end());
        start.add_generation_prompt = with_prompt;
        return run(start);
    };
    return turns_of_messages(rendered, input.messages, prefix);
}

}  // namespace tunebench
