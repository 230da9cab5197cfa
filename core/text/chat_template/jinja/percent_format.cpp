#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/formatting.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/representation.h"

namespace tunebench::jinja {
namespace {

/// Fills in one text; values are taken in order.
class PercentFormatter {
public:
    PercentFormatter(Sandbox& sandbox, std::string_view text, const Value& values)
        : sandbox_(sandbox), rest_(text), values_(values) {}

    Result<std::string> run() {
        while (!rest_.empty()) {
            const auto percent = std::min(rest_.find('%'), rest_.size());
            result_ += rest_.substr(0, percent);
            rest_.remove_prefix(percent);
            if (!rest_.empty())
                TRY_VOID(field());
            TRY_VOID(sandbox_.check_text(result_.size()));
        }
        const auto* tuple = tuple_values();
        if (!may_be_left_over() && (tuple ? used_ < tuple->items.size() : used_ == 0))
            return template_error("not all arguments converted during string formatting");
        return std::move(result_);
    }

private:
    const List* tuple_values() const {
        return values_.list() && values_.list()->is_tuple ? values_.list() : nullptr;
    }

    /// Python looks keys up in everything with items but tuples and texts, and leaves them be.
    bool may_be_left_over() const {
        return values_.is_undefined() || values_.dict() || (values_.list() && !values_.list()->is_tuple) ||
               (values_.object() && values_.object()->is_sequence());
    }

    Result<Value> next_value() {
        if (named_)
            return *std::exchange(named_, std::nullopt);
        const auto* tuple = tuple_values();
        if (used_ >= (tuple ? tuple->items.size() : 1))
            return template_error("not enough arguments for format string");
        const auto at = used_++;
        return tuple ? tuple->items[at] : values_;
    }

    Result<void> take_name() {
        if (!rest_.starts_with('('))
            return {};
        const auto end = rest_.find(')');
        if (end == std::string_view::npos)
            return template_error("incomplete format key");
        if (!values_.dict())
            return template_error("format requires a mapping");
        const auto name = rest_.substr(1, end - 1);
        rest_.remove_prefix(end + 1);
        const auto* entry = values_.dict()->find(name);
        if (!entry)
            return template_error(quoted_text(name));
        named_ = *entry;
        return {};
    }

    void take_flags() {
        for (; !rest_.empty(); rest_.remove_prefix(1)) {
            const char flag = rest_.front();
            if (flag == '-') {
                format_.align = '<';
            } else if (flag == '+' || (flag == ' ' && format_.sign != '+')) {
                format_.sign = flag;
            } else if (flag == '0') {
                is_zero_padded_ = true;
            } else if (flag == '#') {
                format_.alternate = true;
            } else if (flag != ' ') {
                break;
            }
        }
    }

    Result<std::int64_t> take_number() {
        if (rest_.starts_with('*')) {
            rest_.remove_prefix(1);
            TRY(const auto value, next_value());
            if (const auto number = integer_of(value))
                return *number;
            return template_error("* wants int");
        }
        std::int64_t number = 0;
        const auto [end, failure] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
        if (failure == std::errc::result_out_of_range)
            return template_error("width too big");
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return number;
    }

    Result<void> take_format() {
        format_ = {};
        is_zero_padded_ = false;
        TRY_VOID(take_name());
        take_flags();
        TRY(const auto width, take_number());
        format_.width = static_cast<std::size_t>(width < 0 ? -width : width);
        if (width < 0)
            format_.align = '<';
        if (rest_.starts_with('.')) {
            rest_.remove_prefix(1);
            TRY(const auto precision, take_number());
            format_.precision = static_cast<int>(std::clamp<std::int64_t>(precision, 0, 1 << 24));
        }
        while (rest_.starts_with('l') || rest_.starts_with('h') || rest_.starts_with('L'))
            rest_.remove_prefix(1);
        return {};
    }

    Result<void> field() {
        rest_.remove_prefix(1);  // %
        TRY_VOID(take_format());
        if (rest_.empty())
            return template_error("incomplete format");
        const char type = rest_.front();
        rest_.remove_prefix(1);
        if (type == '%') {
            result_ += '%';
            return {};
        }
        TRY(const auto value, next_value());
        TRY(const auto text, converted(type, value));
        result_ += text;
        return {};
    }

    Result<std::string> converted(char type, const Value& value) {
        if (type == 's' || type == 'r' || type == 'a') {
            TRY(auto text, type == 's' ? display(sandbox_, value) : representation(sandbox_, value));
            if (format_.align == '\0')
                format_.align = '>';
            return formatted_field(sandbox_, constant_text(std::move(text)), format_);
        }
        if (is_zero_padded_ && format_.align == '\0') {
            format_.fill = "0";
            format_.align = '=';
        }
        if (type == 'c')
            return character(value);
        constexpr std::string_view kIntegers = "diuxXo";
        constexpr std::string_view kReals = "eEfFgG";
        if (kIntegers.find(type) != std::string_view::npos)
            return whole_number(type, value);
        if (kReals.find(type) == std::string_view::npos)
            return template_error(fmt::format("unsupported format character '{}'", type));
        if (!is_number(value))
            return value.is_undefined()
                       ? undefined_error(value)
                       : template_error(fmt::format("must be real number, not {}", type_name(value)));
        format_.type = type;
        return formatted_field(sandbox_, Value(real_of(value)), format_);
    }

    Result<std::string> character(const Value& value) {
        if (const auto* text = value.text()) {
            if (text->length != 1)
                return template_error("%c requires int or char");
            return formatted_field(sandbox_, value, format_);
        }
        format_.type = 'c';
        if (!integer_of(value))
            return template_error("%c requires int or char");
        return formatted_field(sandbox_, value, format_);
    }

    Result<std::string> whole_number(char type, const Value& value) {
        auto number = integer_of(value);
        const bool is_decimal = type == 'd' || type == 'i' || type == 'u';
        if (!number && is_decimal && value.get<double>()) {
            TRY(number, truncated(*value.get<double>()));
        }
        if (!number)
            return value.is_undefined() ? undefined_error(value)
                                        : template_error(fmt::format(
                                              "%{} format: {} is required, not {}", type,
                                              is_decimal ? "a real number" : "an integer", type_name(value)));
        format_.type = is_decimal ? 'd' : type;
        if (format_.precision <= 0)
            return formatted_field(sandbox_, Value(*number), format_);
        // A precision is the least number of digits.
        FieldFormat digits = format_;
        digits.width =
            static_cast<std::size_t>(format_.precision) + (*number < 0 || format_.sign != '-' ? 1 : 0);
        digits.fill = "0";
        digits.align = '=';
        TRY(auto text, formatted_field(sandbox_, Value(*number), digits));
        if (format_.align != '<')
            format_.align = '>';
        format_.fill = " ";
        format_.type = '\0';
        format_.precision = -1;
        return formatted_field(sandbox_, constant_text(std::move(text)), format_);
    }

    Sandbox& sandbox_;
    std::string_view rest_;
    const Value& values_;
    std::size_t used_ = 0;
    std::optional<Value> named_ = {};
    FieldFormat format_ = {};
    bool is_zero_padded_ = false;
    std::string result_ = {};
};

}  // namespace

Result<Value> percent_formatted(Sandbox& sandbox, std::string_view text, const Value& values) {
    TRY_VOID(sandbox.pass_over(text.size()));
    TRY(auto result, PercentFormatter(sandbox, text, values).run());
    return sandbox.text(std::move(result));
}

}  // namespace tunebench::jinja
