#include "core/text/tokenizer/json_insertion.h"

#include <optional>

#include <fmt/format.h>

#include "core/base/json.h"

namespace tunebench {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

struct TextRange {
    std::size_t begin = 0, end = 0;
};

/// Walks over the text of a JSON document that has been parsed before.
class JsonWalker {
public:
    explicit JsonWalker(std::string_view text) : text_(text) {}

    /// The value of a member of the outermost object.
    std::optional<TextRange> value_of(std::string_view key) const {
        for (auto at = text_.find('{') + 1;;) {
            at = text_.find_first_not_of(" \t\r\n,", at);
            if (at == std::string_view::npos || text_[at] != '"')
                return std::nullopt;
            const auto name_end = after_string(at);
            const auto name = Json::parse(text_.substr(at, name_end - at)).get<std::string>();
            const auto begin = text_.find_first_not_of(kWhiteSpace, text_.find(':', name_end) + 1);
            const auto end = after_value(begin);
            if (name == key)
                return TextRange{begin, end};
            at = end;
        }
    }

private:
    std::size_t after_string(std::size_t at) const {
        for (++at; text_[at] != '"'; ++at)
            at += text_[at] == '\\' ? 1 : 0;
        return at + 1;
    }

    std::size_t after_value(std::size_t at) const {
        if (text_[at] == '"')
            return after_string(at);
        if (text_[at] != '{' && text_[at] != '[')
            return text_.find_first_of(",]} \t\r\n", at);
        for (int depth = 0;;) {
            if (text_[at] == '"') {
                at = after_string(at);
                continue;
            }
            depth += text_[at] == '{' || text_[at] == '[' ? 1 : 0;
            depth -= text_[at] == '}' || text_[at] == ']' ? 1 : 0;
            ++at;
            if (depth == 0)
                return at;
        }
    }

    std::string_view text_;
};

/// The content after the last element, with the white space that stands before the first.
std::string put_last(std::string_view container, std::string_view content) {
    const auto first = container.find_first_not_of(kWhiteSpace, 1);
    const auto last = container.find_last_not_of(kWhiteSpace, container.size() - 2);
    if (last == 0)
        return fmt::format("{}{}{}", container.front(), content, container.back());
    return fmt::format("{},{}{}{}", container.substr(0, last + 1), container.substr(1, first - 1), content,
                       container.substr(last + 1));
}

Error not_a_container(std::string_view source_name, std::string_view key, const std::string& reason) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{}: {}", source_name, reason),
            .hint = "Download the model's tokenizer again.",
            .field = std::string(key)};
}

std::string with_range_replaced(std::string_view text, const TextRange& range, std::string_view value) {
    return fmt::format("{}{}{}", text.substr(0, range.begin), value, text.substr(range.end));
}

}  // namespace

Result<std::string> with_json_inserted(std::string_view text, std::string_view source_name,
                                       std::string_view key, std::string_view empty,
                                       std::string_view content) {
    TRY(const auto json, parse_json(text, source_name));
    if (!json.is_object())
        return not_a_container(source_name, key, "it is no JSON object");
    if (content.empty())
        return std::string(text);
    const auto value = JsonWalker(text).value_of(key);
    if (!value) {
        const auto open = text.find('{') + 1;
        return with_range_replaced(
            text, {open, open},
            fmt::format("\n  \"{}\": {}{}", key, put_last(empty, content), json.empty() ? "" : ","));
    }
    const auto current = text.substr(value->begin, value->end - value->begin);
    if (current == "null")
        return with_range_replaced(text, *value, put_last(empty, content));
    if (current.front() != empty.front())
        return not_a_container(source_name, key, fmt::format("\"{}\" is not of the kind {}", key, empty));
    return with_range_replaced(text, *value, put_last(current, content));
}

}  // namespace tunebench
