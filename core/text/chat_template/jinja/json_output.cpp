#include "core/text/chat_template/jinja/json_output.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/object.h"
#include "core/text/chat_template/jinja/representation.h"
#include "core/text/chat_template/jinja/text.h"

namespace tunebench::jinja {
namespace {

std::string number_text(double number) {
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number < 0 ? "-Infinity" : "Infinity";
    return float_text(number);
}

std::string unicode_escape(char32_t c) {
    const auto number = static_cast<std::uint32_t>(c);
    if (number <= 0xFFFF)
        return fmt::format("\\u{:04x}", number);
    const auto rest = number - 0x10000;
    return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
}

bool needs_escape(char32_t c, bool is_ascii) {
    return c < 0x20 || c == '"' || c == '\\' || (is_ascii && c > 0x7E);
}

std::string json_escape(char32_t c) {
    switch (c) {
        case '"':
            return "\\\"";
        case '\\':
            return "\\\\";
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        case '\b':
            return "\\b";
        case '\f':
            return "\\f";
        default:
            return unicode_escape(c);
    }
}

class JsonWriter {
public:
    JsonWriter(Sandbox& sandbox, const JsonStyle& style) : sandbox_(sandbox), style_(style) {}

    Result<void> write(const Value& value) {
        TRY_VOID(sandbox_.step());
        TRY_VOID(std::visit([this](const auto& data) { return write_data(data); }, value.data()));
        return sandbox_.check_text(text_.size());
    }

    std::string take() { return std::move(text_); }

private:
    Result<void> write_data(const Undefined&) { return unserializable("Undefined"); }
    Result<void> write_data(const None&) { return append("null"); }
    Result<void> write_data(bool truth) { return append(truth ? "true" : "false"); }
    Result<void> write_data(std::int64_t number) { return append(std::to_string(number)); }
    Result<void> write_data(double number) { return append(number_text(number)); }
    Result<void> write_data(const TextRef& text) {
        TRY_VOID(sandbox_.pass_over(text->bytes.size()));
        return append(in_quotes(text->bytes));
    }
    Result<void> write_data(const ListRef& list) {
        if (list->items.empty())
            return append("[]");
        text_ += '[';
        ++level_;
        for (std::size_t i = 0; i < list->items.size(); ++i) {
            TRY_VOID(begin_item(i == 0));
            TRY_VOID(write(list->items[i]));
        }
        --level_;
        TRY_VOID(begin_line());
        return append("]");
    }
    Result<void> write_data(const DictRef& dict) {
        if (dict->entries.empty())
            return append("{}");
        TRY(const auto entries, ordered(dict->entries));
        text_ += '{';
        ++level_;
        bool first = true;
        for (const auto* entry : entries) {
            TRY_VOID(begin_item(std::exchange(first, false)));
            TRY(const auto key, key_text(entry->first));
            text_ += in_quotes(key) + style_.key_separator;
            TRY_VOID(write(entry->second));
        }
        --level_;
        TRY_VOID(begin_line());
        return append("}");
    }
    Result<void> write_data(const ObjectRef& object) { return unserializable(object->type()); }

    using Entry = std::pair<Value, Value>;
    Result<std::vector<const Entry*>> ordered(const std::vector<Entry>& entries) {
        std::vector<const Entry*> result;
        for (const auto& entry : entries)
            result.push_back(&entry);
        std::optional<Error> failure;
        if (style_.sorts_keys)
            std::ranges::stable_sort(result, [&](const Entry* a, const Entry* b) {
                const auto less = in_order(sandbox_, Order::Less, a->first, b->first);
                if (!less && !failure)
                    failure = less.error();
                return less && *less;
            });
        if (failure)
            return *failure;
        return result;
    }

    Result<std::string> key_text(const Value& key) {
        if (const auto* text = key.text())
            return text->bytes;
        if (const auto* truth = key.get<bool>())
            return std::string(*truth ? "true" : "false");
        if (key.is_none())
            return std::string("null");
        if (const auto* number = key.get<double>())
            return number_text(*number);
        if (key.get<std::int64_t>())
            return display(sandbox_, key);
        return template_error(
            fmt::format("keys must be str, int, float, bool or None, not {}", type_name(key)));
    }

    std::string in_quotes(std::string_view text) const {
        std::string result = "\"";
        for (const auto piece : CodePoints(text)) {
            const char32_t c = code_point_at(piece, 0).value;
            if (needs_escape(c, style_.is_ascii))
                result += json_escape(c);
            else
                result += piece;
        }
        return result + '"';
    }

    Result<void> begin_line() {
        if (!style_.indent)
            return {};
        const auto levels = static_cast<std::size_t>(level_);
        TRY_VOID(sandbox_.check_text(text_.size() + levels * style_.indent->size()));
        text_ += '\n';
        for (std::size_t i = 0; i < levels; ++i)
            text_ += *style_.indent;
        return {};
    }

    Result<void> begin_item(bool is_first) {
        if (!is_first)
            text_ += style_.item_separator;
        return begin_line();
    }

    Result<void> append(std::string_view piece) {
        text_ += piece;
        return {};
    }

    static Error unserializable(std::string_view type) {
        return template_error(fmt::format("Object of type {} is not JSON serializable", type));
    }

    Sandbox& sandbox_;
    const JsonStyle& style_;
    int level_ = 0;
    std::string text_ = {};
};

}  // namespace

Result<std::string> to_json(Sandbox& sandbox, const Value& value, const JsonStyle& style) {
    JsonWriter writer(sandbox, style);
    TRY_VOID(writer.write(value));
    return writer.take();
}

}  // namespace tunebench::jinja
