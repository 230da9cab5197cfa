#include "core/text/chat_template/jinja/representation.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utf8proc.h>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/object.h"
#include "core/text/unicode.h"

namespace tunebench::jinja {
namespace {

bool is_printable(char32_t code_point) {
    if (code_point < 0x7F)
        return code_point >= 0x20;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CF:
        case UTF8PROC_CATEGORY_CS:
        case UTF8PROC_CATEGORY_CO:
        case UTF8PROC_CATEGORY_CN:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
        case UTF8PROC_CATEGORY_ZS:
            return false;
        default:
            return true;
    }
}

std::string python_escape(char32_t code_point) {
    const auto number = static_cast<std::uint32_t>(code_point);
    switch (code_point) {
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        default:
            break;
    }
    if (number <= 0xFF)
        return fmt::format("\\x{:02x}", number);
    return number <= 0xFFFF ? fmt::format("\\u{:04x}", number) : fmt::format("\\U{:08x}", number);
}

/// Writes one value and those in it.
class Representation {
public:
    explicit Representation(Sandbox& sandbox) : sandbox_(sandbox) {}

    Result<void> write(const Value& value) {
        TRY_VOID(sandbox_.step());
        TRY_VOID(std::visit([this](const auto& data) { return write_data(data); }, value.data()));
        return sandbox_.check_text(text_.size());
    }

    std::string take() { return std::move(text_); }

private:
    Result<void> write_data(const Undefined&) { return append("Undefined"); }
    Result<void> write_data(const None&) { return append("None"); }
    Result<void> write_data(bool truth) { return append(truth ? "True" : "False"); }
    Result<void> write_data(std::int64_t number) { return append(std::to_string(number)); }
    Result<void> write_data(double number) { return append(float_text(number)); }
    Result<void> write_data(const TextRef& text) {
        TRY_VOID(sandbox_.pass_over(text->bytes.size()));
        if (text->is_markup)
            return append(fmt::format("Markup({})", quoted_text(text->bytes)));
        return append(quoted_text(text->bytes));
    }
    Result<void> write_data(const ObjectRef& object) {
        TRY_VOID(sandbox_.enter());
        auto text = object->representation(sandbox_);
        sandbox_.leave();
        return text ? append(*text) : Result<void>(text.error());
    }
    Result<void> write_data(const ListRef& list) {
        TRY_VOID(append(list->is_tuple ? "(" : "["));
        for (std::size_t i = 0; i < list->items.size(); ++i) {
            TRY_VOID(append(i == 0 ? "" : ", "));
            TRY_VOID(write(list->items[i]));
        }
        if (list->is_tuple && list->items.size() == 1)
            text_ += ',';
        return append(list->is_tuple ? ")" : "]");
    }
    Result<void> write_data(const DictRef& dict) {
        text_ += '{';
        bool first = true;
        for (const auto& [key, value] : dict->entries) {
            TRY_VOID(append(std::exchange(first, false) ? "" : ", "));
            TRY_VOID(write(key));
            TRY_VOID(append(": "));
            TRY_VOID(write(value));
        }
        return append("}");
    }

    Result<void> append(std::string_view piece) {
        text_ += piece;
        return {};
    }

    Sandbox& sandbox_;
    std::string text_ = {};
};

}  // namespace

std::string float_text(double number) {
    if (std::isnan(number))
        return "nan";
    if (std::isinf(number))
        return number < 0 ? "-inf" : "inf";
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific)
            .ptr;
    const std::string_view scientific(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    int exponent = 0;
    const char* exponent_begin = scientific.data() + scientific.find('e') + 1;
    std::from_chars(exponent_begin + (*exponent_begin == '+' ? 1 : 0), end, exponent);
    if (exponent < -4 || exponent >= 16)
        return std::string(scientific);
    const auto fixed_end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed).ptr;
    std::string fixed(buffer.data(), fixed_end);
    return fixed.find('.') == std::string::npos ? fixed + ".0" : fixed;
}

std::string quoted_text(std::string_view text) {
    const bool single = text.find('\'') == std::string_view::npos || text.find('"') != std::string_view::npos;
    const char quote = single ? '\'' : '"';
    std::string result(1, quote);
    for (std::size_t at = 0; at < text.size();) {
        const auto [code_point, length] = code_point_at(text, at);
        if (code_point == '\\' || code_point == static_cast<char32_t>(quote))
            result += '\\';
        if (is_printable(code_point))
            result += text.substr(at, length);
        else
            result += python_escape(code_point);
        at += length;
    }
    return result + quote;
}

Result<std::string> display(Sandbox& sandbox, const Value& value) {
    if (const auto* text = value.text())
        return text->bytes;
    if (value.is_undefined())
        return std::string();
    return representation(sandbox, value);
}

Result<std::string> representation(Sandbox& sandbox, const Value& value) {
    Representation written(sandbox);
    TRY_VOID(written.write(value));
    return written.take();
}

}  // namespace tunebench::jinja
