#include "core/data/conversation.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/text_distance.h"

namespace tunebench {
namespace {

constexpr std::string_view kAssistant = "assistant";
constexpr std::string_view kExample =
    R"(Messages look like [{"role": "user", "content": "..."}, {"role": "assistant", "content": "..."}].)";

Error malformed(std::string_view place, const std::string& what) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{}: {}", place, what),
            .hint = std::string(kExample)};
}

bool calls_tools(const OrderedJson& message) {
    const auto calls = message.find("tool_calls");
    return calls != message.end() && calls->is_array() && !calls->empty();
}

Result<void> check_role(const OrderedJson& message, const std::string& name, std::string_view place) {
    const auto role = message.find("role");
    if (role == message.end())
        return malformed(place, fmt::format("{} has no 'role'", name));
    const auto* text = role->get_ptr<const std::string*>();
    if (!text)
        return malformed(place, fmt::format("{}.role holds {}, not text", name, role->type_name()));
    if (text->empty())
        return malformed(place, fmt::format("{}.role is empty", name));
    const std::vector<std::string> learned = {std::string(kAssistant)};
    if (*text != kAssistant && !nearest(*text, learned).empty())
        return malformed(place, fmt::format("{}.role is '{}'; did you mean 'assistant'?", name, *text));
    return {};
}

/// A message with a content that templates can take for text.
Result<OrderedJson> read_message(const OrderedJson& value, const std::string& name, std::string_view place) {
    if (!value.is_object())
        return malformed(place, fmt::format("{} holds {}, not an object", name, value.type_name()));
    TRY_VOID(check_role(value, name, place));
    const auto content = value.find("content");
    const bool is_missing = content == value.end() || content->is_null();
    if (is_missing && calls_tools(value)) {
        OrderedJson message = value;
        message["content"] = "";
        return message;
    }
    if (content == value.end())
        return malformed(place, fmt::format("{} has no 'content'", name));
    if (!content->is_string() && !content->is_array())
        return malformed(place, fmt::format("{}.content holds {}, not text", name, content->type_name()));
    return value;
}

bool has_content(const OrderedJson& message) {
    const auto content = message.find("content");
    if (content == message.end())
        return false;
    const auto* text = content->get_ptr<const std::string*>();
    return text ? !text->empty() : !content->empty();
}

void append_segment(std::vector<Segment>& segments, std::string_view text, bool supervised) {
    if (text.empty())
        return;
    if (!segments.empty() && segments.back().supervised == supervised && !supervised)
        segments.back().text += text;
    else
        segments.push_back({.text = std::string(text), .supervised = supervised});
}

/// The name of a called function, as {"function": {"name": ...}} or {"name": ...}.
std::string_view called_name(const OrderedJson& call) {
    if (!call.is_object())
        return {};
    const auto function = call.find("function");
    const auto& named = function != call.end() && function->is_object() ? *function : call;
    const auto name = named.find("name");
    const auto* text = name == named.end() ? nullptr : name->get_ptr<const std::string*>();
    return text ? std::string_view(*text) : std::string_view();
}

/// Whether the answer is more than its end: it has content, or the template wrote the calls of tools.
bool says_something(const OrderedJson& message, std::string_view answer) {
    if (has_content(message))
        return true;
    if (!calls_tools(message))
        return false;
    return std::ranges::any_of(message.at("tool_calls"), [&](const OrderedJson& call) {
        const auto name = called_name(call);
        return !name.empty() && answer.find(name) != std::string_view::npos;
    });
}

}  // namespace

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

Result<OrderedJson> list_in(const OrderedJson& value, std::string_view column, std::string_view place) {
    const auto* text = value.get_ptr<const std::string*>();
    if (!text || !text->starts_with('['))
        return value;
    if (auto checked = parse_json(*text, fmt::format("{}: '{}'", place, column)); !checked) {
        auto error = checked.error();
        error.hint = "A column of a table holds messages as JSON, with its names and texts in double quotes.";
        return error;
    }
    return OrderedJson::parse(*text, nullptr, /*allow_exceptions=*/false);
}

Result<OrderedJson> read_conversation(const OrderedJson& value, std::string_view column,
                                      std::string_view place) {
    TRY(const auto list, list_in(value, column, place));
    if (!list.is_array())
        return malformed(place, fmt::format("column '{}' holds {}, not a list", column, list.type_name()));
    auto messages = OrderedJson::array();
    for (const auto& entry : list) {
        TRY(auto message, read_message(entry, fmt::format("{}[{}]", column, messages.size()), place));
        messages.push_back(std::move(message));
    }
    return messages;
}

Result<OrderedJson> read_tools(const OrderedJson& value, std::string_view column, std::string_view place) {
    OrderedJson tools = value;
    if (const auto* text = value.get_ptr<const std::string*>()) {
        if (is_blank(*text))
            return OrderedJson(nullptr);
        TRY([[maybe_unused]] const auto checked, parse_json(*text, fmt::format("{}: '{}'", place, column)));
        tools = OrderedJson::parse(*text, nullptr, /*allow_exceptions=*/false);
    }
    if (tools.is_null() || (tools.is_array() && tools.empty()))
        return OrderedJson(nullptr);
    if (!tools.is_array() || !std::ranges::all_of(tools, [](const auto& tool) { return tool.is_object(); }))
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{}: column '{}' holds no list of functions", place, column),
                     .hint = R"(Tools look like [{"type": "function", "function": {"name": "..."}}].)"};
    return tools;
}

TurnFlaws turn_flaws(const OrderedJson& messages) {
    TurnFlaws flaws;
    std::string_view former = kAssistant;
    for (const auto& message : messages) {
        const auto* role = message.at("role").get_ptr<const std::string*>();
        const bool is_answer = *role == kAssistant;
        flaws.has_empty_answer |= is_answer && !has_content(message) && !calls_tools(message);
        if (!is_answer && *role != "user") {
            // Who answers a tool is the assistant again, and instructions belong to nobody's turn.
            former = *role == "tool" || *role == "function" ? "user" : former;
            continue;
        }
        flaws.is_out_of_turn |= *role == former;
        former = is_answer ? kAssistant : "user";
    }
    return flaws;
}

bool is_blank_conversation(const OrderedJson& messages) {
    return std::ranges::all_of(messages, [](const OrderedJson& message) {
        const auto& content = message.at("content");
        const auto* text = content.get_ptr<const std::string*>();
        return !calls_tools(message) && (text ? is_blank(*text) : content.empty());
    });
}

std::vector<Segment> segments_of(const RenderedChat& chat, const OrderedJson& messages, bool learn_all,
                                 std::size_t first_learned) {
    const std::string_view text = chat.text;
    std::vector<Segment> segments;
    for (const auto& turn : chat.turns) {
        const auto part = text.substr(turn.bytes.begin, turn.bytes.size());
        // An answer outside the loop over the messages is of a message that is not known.
        const bool is_learned =
            turn.is_answer && (!turn.message || (*turn.message >= first_learned &&
                                                 says_something(messages[*turn.message], part)));
        append_segment(segments, part, learn_all || is_learned);
    }
    return segments;
}

}  // namespace tunebench
