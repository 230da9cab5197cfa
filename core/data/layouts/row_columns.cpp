#include "core/data/layouts/row_columns.h"

#include <fmt/format.h>

#include "core/data/conversation.h"

namespace tunebench {

Result<std::string> text_in(const DataRow& row, std::string_view part, const RowFormat& format) {
    const auto column = format.names.of(part);
    const auto& value = row.value.at(column);
    if (const auto* text = value.get_ptr<const std::string*>())
        return *text;
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{}: column '{}' holds {}, not text", place_of(row, format.file),
                                        column, value.type_name()),
                 .hint = "Correct the row: the column must be text in quotes."};
}

Result<std::optional<std::string>> optional_text_in(const DataRow& row, std::string_view part,
                                                    const RowFormat& format) {
    const auto* value = find_member(row.value, format.names.of(part));
    if (!value || value->is_null())
        return std::optional<std::string>{};
    TRY(auto text, text_in(row, part, format));
    return is_blank(text) ? std::nullopt : std::optional(std::move(text));
}

OrderedJson ordered_columns(const DataRow& row) {
    if (row.text.empty())
        return OrderedJson(row.value);
    return OrderedJson::parse(row.text, nullptr, /*allow_exceptions=*/false);
}

Result<OrderedJson> tools_in(const OrderedJson& columns, const DataRow& row, const RowFormat& format) {
    const auto name = format.names.of("tools");
    const auto tools = columns.find(name);
    if (tools == columns.end())
        return OrderedJson(nullptr);
    return read_tools(*tools, name, place_of(row, format.file));
}

Result<RowText> write_conversation(const Conversation& conversation, const DataRow& row,
                                   const RowFormat& format) {
    const auto& [messages, tools, first_learned] = conversation;
    if (is_blank_conversation(messages))
        return RowText{};
    TRY(const auto* chat, format.chat->get());
    const auto& chat_template = chat->of(!tools.is_null());
    auto rendered = chat_template.render_with_turns(
        {.messages = messages, .tools = tools, .variables = chat->variables, .now = chat->now});
    if (!rendered) {
        auto error = rendered.error();
        error.message = fmt::format("{}: the chat template {} says: {}", place_of(row, format.file),
                                    chat_template.name(), error.message);
        return error;
    }
    return RowText{.segments = segments_of(*rendered, messages, format.loss_on == LossOn::All, first_learned),
                   .special_tokens = false,
                   .end_token = false,
                   .turns = turn_flaws(messages)};
}

}  // namespace tunebench
