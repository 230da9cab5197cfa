#include "core/data/row_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/data/conversation.h"

namespace tunebench {
namespace {

Result<std::string> text_of(const JsonlRow& row, const std::string& column, const RowFormat& format) {
    const auto& value = row.value.at(column);
    if (const auto* text = value.get_ptr<const std::string*>())
        return *text;
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{} line {}: column '{}' holds {}, not text", format.file.string(),
                                        row.line, column, value.type_name()),
                 .hint = "Correct the line: the column must be text in quotes."};
}

Result<RowText> read_text(const JsonlRow& row, const RowFormat& format) {
    TRY(auto text, text_of(row, format.names.text, format));
    if (is_blank(text))
        return RowText{};
    return RowText{.segments = {{.text = std::move(text), .supervised = true}}};
}

Result<RowText> read_prompt_completion(const JsonlRow& row, const RowFormat& format) {
    TRY(auto prompt, text_of(row, format.names.prompt, format));
    TRY(auto completion, text_of(row, format.names.completion, format));
    if (is_blank(prompt) && is_blank(completion))
        return RowText{};
    return RowText{.segments = {{.text = std::move(prompt), .supervised = format.loss_on == LossOn::All},
                                {.text = std::move(completion), .supervised = true}}};
}

/// The columns in the order of the file, which templates may print.
OrderedJson ordered_row(const JsonlRow& row) {
    if (row.text.empty())
        return OrderedJson(row.value);
    return OrderedJson::parse(row.text, nullptr, /*allow_exceptions=*/false);
}

Result<ChatInput> read_chat_input(const JsonlRow& row, const RowFormat& format, const std::string& place) {
    const auto columns = ordered_row(row);
    ChatInput input;
    TRY(input.messages, read_conversation(columns.at(format.names.messages), format.names.messages, place));
    if (const auto tools = columns.find(format.names.tools); tools != columns.end()) {
        TRY(input.tools, read_tools(*tools, format.names.tools, place));
    }
    input.variables = format.chat->variables;
    input.now = format.chat->now;
    return input;
}

Result<RowText> read_messages(const JsonlRow& row, const RowFormat& format) {
    const auto place = fmt::format("{} line {}", format.file.string(), row.line);
    TRY(const auto input, read_chat_input(row, format, place));
    if (is_blank_conversation(input.messages))
        return RowText{};
    const auto& chat_template = format.chat->of(!input.tools.is_null());
    auto chat = chat_template.render_with_turns(input);
    if (!chat) {
        auto error = chat.error();
        error.message =
            fmt::format("{}: the chat template {} says: {}", place, chat_template.name(), error.message);
        return error;
    }
    return RowText{
        .segments = segments_of(*chat, input.messages, /*learn_all=*/format.loss_on == LossOn::All),
        .special_tokens = false,
        .end_token = false};
}

}  // namespace

Result<RowText> read_row(const JsonlRow& row, const RowFormat& format) {
    TRY_VOID(check_row(row, format.layout, format.names, format.file));
    if (format.layout == DataLayout::Messages)
        return read_messages(row, format);
    if (format.layout == DataLayout::PromptCompletion)
        return read_prompt_completion(row, format);
    return read_text(row, format);
}

Result<LabelledText> read_labelled_row(const JsonlRow& row, const RowFormat& format) {
    TRY_VOID(check_row(row, DataLayout::Classification, format.names, format.file));
    LabelledText read{.label = row.value.at(format.names.label)};
    TRY(read.text, text_of(row, format.names.text, format));
    if (const auto* pair = find_member(row.value, format.names.text_pair); pair && !pair->is_null()) {
        TRY(read.pair, text_of(row, format.names.text_pair, format));
    }
    if (is_blank(read.text) && (!read.pair || is_blank(*read.pair)))
        return LabelledText{};
    return read;
}

}  // namespace tunebench
