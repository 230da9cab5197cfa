// {"conversations": [{"from": "human", "value": "..."}, {"from": "gpt", "value": "..."}], "system": "...",
// "tools": [...]}. Messages with role and content are read too.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/text_distance.h"
#include "core/data/conversation.h"
#include "core/data/layouts/row_columns.h"

namespace tunebench {
namespace {

constexpr LayoutPart kShareGptParts[] = {{"conversations"}, {"system", false}, {"tools", false}};

struct Speaker {
    std::string_view name;
    std::string_view role;
};

constexpr std::string_view kToolCall = "tool call";
constexpr Speaker kSpeakers[] = {
    {"human", "user"},         {"user", "user"},
    {"gpt", "assistant"},      {"assistant", "assistant"},
    {"chatbot", "assistant"},  {"model", "assistant"},
    {"bot", "assistant"},      {"system", "system"},
    {"tool", "tool"},          {"function", "tool"},
    {"observation", "tool"},   {"function_response", "tool"},
    {"tool_response", "tool"}, {"function_call", kToolCall},
    {"tool_call", kToolCall},
};

/// A message that is read, with its name for errors: "a.jsonl line 3: conversations[2]".
struct Said {
    const OrderedJson& message;
    std::string place;
};

Error wrong(const Said& said, const std::string& what) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{} {}", said.place, what),
            .hint = R"(Conversations look like [{"from": "human", "value": "..."}, {"from": "gpt", "value": )"
                    R"("..."}].)"};
}

Result<std::string> member_of(const Said& said, const char* name, const char* other_name) {
    auto member = said.message.find(name);
    if (member == said.message.end())
        member = said.message.find(other_name);
    if (member == said.message.end())
        return wrong(said, fmt::format("has no '{}'", name));
    if (const auto* text = member->get_ptr<const std::string*>())
        return *text;
    return wrong(said, fmt::format("has a '{}' that is {}, not text", name, member->type_name()));
}

Result<std::string_view> role_of(const Said& said) {
    TRY(const auto from, member_of(said, "from", "role"));
    const auto found = std::ranges::find(kSpeakers, from, &Speaker::name);
    if (found != std::end(kSpeakers))
        return found->role;
    std::vector<std::string> known;
    for (const auto& speaker : kSpeakers)
        known.emplace_back(speaker.name);
    const auto near = nearest(from, known);
    return wrong(said, near.empty()
                           ? fmt::format("is from '{}', which is none of {}", from, fmt::join(known, ", "))
                           : fmt::format("is from '{}'; did you mean '{}'?", from, near));
}

/// {"name": "...", "arguments": {...}}, as a text, becomes the call of a tool.
Result<OrderedJson> tool_call(const Said& said, const std::string& value) {
    const auto checked = parse_json(value, said.place);
    if (!checked || !checked->is_object() || !checked->contains("name"))
        return wrong(said, R"(calls a function, but is not {"name": "...", "arguments": {...}})");
    auto call = OrderedJson::parse(value, nullptr, /*allow_exceptions=*/false);
    return OrderedJson{
        {"role", "assistant"},
        {"content", ""},
        {"tool_calls", OrderedJson::array({{{"type", "function"}, {"function", std::move(call)}}})}};
}

Result<OrderedJson> message_of(const Said& said) {
    if (!said.message.is_object())
        return wrong(said, fmt::format("holds {}, not an object", said.message.type_name()));
    TRY(const auto role, role_of(said));
    TRY(auto value, member_of(said, "value", "content"));
    if (role == kToolCall)
        return tool_call(said, value);
    return OrderedJson{{"role", role}, {"content", std::move(value)}};
}

Result<OrderedJson> messages_in(const OrderedJson& columns, const DataRow& row, const RowFormat& format) {
    const auto place = place_of(row, format.file);
    const auto name = format.names.of("conversations");
    TRY(const auto list, list_in(columns.at(name), name, place));
    if (!list.is_array())
        return wrong({list, place + ":"},
                     fmt::format("column '{}' holds {}, not a list", name, list.type_name()));
    auto messages = OrderedJson::array();
    TRY(auto system, optional_text_in(row, "system", format));
    if (system)
        messages.push_back(OrderedJson{{"role", "system"}, {"content", *std::move(system)}});
    for (std::size_t i = 0; i < list.size(); ++i) {
        TRY(auto message, message_of({list[i], fmt::format("{}: {}[{}]", place, name, i)}));
        messages.push_back(std::move(message));
    }
    return messages;
}

Result<RowText> read_sharegpt(const DataRow& row, const RowFormat& format) {
    const auto columns = ordered_columns(row);
    Conversation conversation;
    TRY(conversation.messages, messages_in(columns, row, format));
    TRY(conversation.tools, tools_in(columns, row, format));
    return write_conversation(conversation, row, format);
}

}  // namespace

const LayoutDescription& sharegpt_layout() {
    static constexpr LayoutDescription layout = {
        .layout = DataLayout::ShareGpt, .parts = kShareGptParts, .read = read_sharegpt};
    return layout;
}

}  // namespace tunebench
