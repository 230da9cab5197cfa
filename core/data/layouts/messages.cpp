// {"messages": [{"role": "user", "content": "..."}, ...], "tools": [...]}
#include "core/data/conversation.h"
#include "core/data/layouts/row_columns.h"

namespace tunebench {
namespace {

constexpr LayoutPart kMessagesParts[] = {{"messages"}, {"tools", false}};

Result<RowText> read_messages(const DataRow& row, const RowFormat& format) {
    const auto columns = ordered_columns(row);
    const auto name = format.names.of("messages");
    Conversation conversation;
    TRY(conversation.messages, read_conversation(columns.at(name), name, place_of(row, format.file)));
    TRY(conversation.tools, tools_in(columns, row, format));
    return write_conversation(conversation, row, format);
}

}  // namespace

const LayoutDescription& messages_layout() {
    static constexpr LayoutDescription layout = {
        .layout = DataLayout::Messages, .parts = kMessagesParts, .read = read_messages};
    return layout;
}

}  // namespace tunebench
