#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/access.h"
#include "core/text/chat_template/jinja/formatting.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/representation.h"

namespace tunebench::jinja {
namespace {

/// Fills in one text.
class BraceFormatter {
public:
    BraceFormatter(Sandbox& sandbox, const Arguments& arguments) : sandbox_(sandbox), arguments_(arguments) {}

    Result<std::string> run(std::string_view text, int depth) {
        if (depth > 2)
            return template_error("Max string recursion exceeded");
        std::string result;
        while (!text.empty()) {
            const auto brace = std::min(text.find_first_of("{}"), text.size());
            result += text.substr(0, brace);
            text.remove_prefix(brace);
            if (text.empty())
                break;
            if (text.size() > 1 && text[1] == text[0]) {
                result += text[0];
                text.remove_prefix(2);
                continue;
            }
            TRY(const auto piece, field(text, depth));
            result += piece;
            TRY_VOID(sandbox_.check_text(result.size()));
        }
        return result;
    }

private:
    /// Takes {name!conversion:format} off the text.
    Result<std::string> field(std::string_view& text, int depth) {
        if (text.front() == '}')
            return template_error("Single '}' encountered in format string");
        const auto end = closing_brace(text);
        if (end == std::string_view::npos)
            return template_error(text.size() == 1 ? "Single '{' encountered in format string"
                                                   : "expected '}' before end of string");
        auto inner = text.substr(1, end - 1);
        text.remove_prefix(end + 1);
        const auto name = inner.substr(0, name_length(inner));
        inner.remove_prefix(name.size());
        TRY(auto value, looked_up(name));
        if (inner.starts_with('!')) {
            TRY(value, converted(value, inner));
        }
        if (!inner.empty() && !inner.starts_with(':'))
            return template_error("expected ':' after conversion specifier");
        TRY(const auto specification, run(inner.empty() ? inner : inner.substr(1), depth + 1));
        TRY(const auto format, parse_field_format(sandbox_, specification));
        return formatted_field(sandbox_, value, format);
    }

    static std::size_t closing_brace(std::string_view text) {
        int open = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            open += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (open == 0)
                return i;
        }
        return std::string_view::npos;
    }

    static std::size_t name_length(std::string_view inner) {
        bool in_brackets = false;
        std::size_t at = 0;
        for (; at < inner.size(); ++at) {
            const char c = inner[at];
            if (!in_brackets && (c == '!' || c == ':'))
                break;
            in_brackets = c == '[' || (in_brackets && c != ']');
        }
        return at;
    }

    Result<Value> converted(const Value& value, std::string_view& inner) {
        const char conversion = inner.size() > 1 ? inner[1] : '\0';
        inner.remove_prefix(std::min<std::size_t>(2, inner.size()));
        if (conversion != 's' && conversion != 'r' && conversion != 'a')
            return template_error("Unknown conversion specifier");
        TRY(auto text, conversion == 's' ? display(sandbox_, value) : representation(sandbox_, value));
        return sandbox_.text(std::move(text));
    }

    Result<Value> first_value(std::string_view name) {
        if (name.find_first_not_of("0123456789") != std::string_view::npos) {
            const auto found =
                std::ranges::find(arguments_.named, name, &std::pair<std::string, Value>::first);
            return found == arguments_.named.end() ? Result<Value>(template_error(quoted_text(name)))
                                                   : found->second;
        }
        std::size_t index = next_;
        if (name.empty())
            ++next_;
        else
            std::from_chars(name.data(), name.data() + name.size(), index);
        if (index >= arguments_.positional.size())
            return template_error("tuple index out of range");
        return arguments_.positional[index];
    }

    /// name.attribute[key]...
    Result<Value> looked_up(std::string_view path) {
        const auto name = path.substr(0, path.find_first_of(".["));
        path.remove_prefix(name.size());
        TRY(auto value, first_value(name));
        while (!path.empty()) {
            const bool is_attribute = path.front() == '.';
            path.remove_prefix(1);
            const auto end = is_attribute ? path.find_first_of(".[") : path.find(']');
            const auto part = path.substr(0, end);
            path.remove_prefix(std::min(part.size() + (is_attribute ? 0 : 1), path.size()));
            const auto number = is_attribute ? std::nullopt : parse_integer(part);
            TRY(const auto key, number ? Result<Value>(Value(*number)) : sandbox_.text(part));
            TRY(value, is_attribute ? get_attribute(sandbox_, value, part) : get_item(sandbox_, value, key));
        }
        return value;
    }

    Sandbox& sandbox_;
    const Arguments& arguments_;
    std::size_t next_ = 0;
};

}  // namespace

Result<Value> brace_formatted(Sandbox& sandbox, std::string_view text, const Arguments& arguments) {
    TRY_VOID(sandbox.pass_over(text.size()));
    TRY(auto result, BraceFormatter(sandbox, arguments).run(text, 0));
    return sandbox.text(std::move(result));
}

}  // namespace tunebench::jinja
