// {"prompt": "...", "completion": "..."}, or both as lists of messages, of which the completion's answers are
// learned.
#include <fmt/format.h>

#include "core/data/conversation.h"
#include "core/data/layouts/row_columns.h"

namespace tunebench {
namespace {

constexpr LayoutPart kPromptCompletionParts[] = {{"prompt"}, {"completion"}, {"tools", false}};

bool holds_messages(const DataRow& row, std::string_view part, const RowFormat& format) {
    return row.value.at(format.names.of(part)).is_array();
}

Error mixed(const DataRow& row, const RowFormat& format) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{}: of the columns '{}' and '{}' one holds messages, the other does not",
                                   place_of(row, format.file), format.names.of("prompt"),
                                   format.names.of("completion")),
            .hint = "Write both as texts, or both as lists of messages."};
}

Result<RowText> read_prompt_messages(const DataRow& row, const RowFormat& format) {
    const auto columns = ordered_columns(row);
    const auto place = place_of(row, format.file);
    const auto messages_in = [&](std::string_view part) {
        const auto name = format.names.of(part);
        return read_conversation(columns.at(name), name, place);
    };
    Conversation conversation;
    TRY(conversation.messages, messages_in("prompt"));
    conversation.first_learned = conversation.messages.size();
    TRY(const auto completion, messages_in("completion"));
    conversation.messages.insert(conversation.messages.end(), completion.begin(), completion.end());
    TRY(conversation.tools, tools_in(columns, row, format));
    return write_conversation(conversation, row, format);
}

Result<RowText> read_prompt_completion(const DataRow& row, const RowFormat& format) {
    const bool has_messages = holds_messages(row, "prompt", format);
    if (has_messages != holds_messages(row, "completion", format))
        return mixed(row, format);
    if (has_messages)
        return read_prompt_messages(row, format);
    TRY(auto prompt, text_in(row, "prompt", format));
    TRY(auto completion, text_in(row, "completion", format));
    if (is_blank(prompt) && is_blank(completion))
        return RowText{};
    return RowText{.segments = {{.text = std::move(prompt), .supervised = format.loss_on == LossOn::All},
                                {.text = std::move(completion), .supervised = true}}};
}

}  // namespace

const LayoutDescription& prompt_completion_layout() {
    static constexpr LayoutDescription layout = {.layout = DataLayout::PromptCompletion,
                                                 .parts = kPromptCompletionParts,
                                                 .read = read_prompt_completion};
    return layout;
}

}  // namespace tunebench
