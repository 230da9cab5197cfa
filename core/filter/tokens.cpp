#include "core/filter/tokens.h"

#include <array>
#include <cctype>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr std::array<std::string_view, 13> kSymbols = {"==", "!=", "<=", ">=", "=", "<", ">",
                                                       ":",  "~",  "(",  ")",  ",", "!"};

struct Unit {
    std::string_view name = {};
    double factor = 1.0;
};
constexpr std::array<Unit, 5> kUnits = {
    {{"", 1.0}, {"KiB", 1024.0}, {"MiB", 1048576.0}, {"GiB", 1073741824.0}, {"TiB", 1099511627776.0}}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Bytes of other scripts too.
bool is_name(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) || c == '_' || c == '.' || c == '/' || c == '-';
}

std::optional<double> unit_factor(std::string_view name) {
    for (const Unit& unit : kUnits)
        if (unit.name == name)
            return unit.factor;
    return {};
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Result<std::vector<FilterToken>> run() {
        std::vector<FilterToken> tokens;
        while (true) {
            while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])))
                ++at_;
            TRY(auto token, next());
            tokens.push_back(std::move(token));
            if (tokens.back().kind == FilterTokenKind::End)
                return tokens;
        }
    }

private:
    Result<FilterToken> next() {
        const FilterToken here{.position = at_ + 1};
        if (at_ == text_.size())
            return here;
        const char first = text_[at_];
        if (first == '"' || first == '\'' || first == '`')
            return quoted(here, first);
        if (auto number = read_number(here))
            return *std::move(number);
        if (is_name(first))
            return word(here);
        return symbol(here);
    }

    Result<FilterToken> quoted(FilterToken token, char quote) {
        token.kind = quote == '`' ? FilterTokenKind::Column : FilterTokenKind::Quoted;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == quote) {
                ++at_;
                return token;
            }
            const bool is_escaped = text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n';
            token.text += text_[is_escaped ? ++at_ : at_];
        }
        return filter_error(token.position, "the quote is never closed",
                            "Write the same quote at the end of the text.");
    }

    /// A sign, digits, a unit; none when more letters follow, as in the id 1a2b3c4d.
    std::optional<FilterToken> read_number(FilterToken token) {
        const std::string_view rest = text_.substr(at_);
        const std::size_t sign = rest.starts_with('+') || rest.starts_with('-') ? 1 : 0;
        if (rest.size() <= sign || !(is_digit(rest[sign]) || rest[sign] == '.'))
            return {};
        const char* const begin = rest.data() + (rest.front() == '+' ? 1 : 0);
        const auto [end, error] = std::from_chars(begin, rest.data() + rest.size(), token.number);
        if (error != std::errc())
            return {};
        const auto length = static_cast<std::size_t>(end - rest.data());
        std::size_t unit = length;
        while (unit < rest.size() && is_name(rest[unit]))
            ++unit;
        const auto factor = unit_factor(rest.substr(length, unit - length));
        if (!factor)
            return {};
        token.kind = FilterTokenKind::Number;
        token.text = rest.substr(0, unit);
        token.number *= *factor;
        at_ += unit;
        return token;
    }

    FilterToken word(FilterToken token) {
        token.kind = FilterTokenKind::Word;
        while (at_ < text_.size() && is_name(text_[at_]))
            token.text += text_[at_++];
        return token;
    }

    Result<FilterToken> symbol(FilterToken token) {
        token.kind = FilterTokenKind::Symbol;
        for (const std::string_view known : kSymbols) {
            if (!text_.substr(at_).starts_with(known))
                continue;
            token.text = known;
            at_ += known.size();
            return token;
        }
        const auto byte = static_cast<unsigned char>(text_[at_]);
        const auto shown = std::isprint(byte) ? std::string(1, text_[at_]) : fmt::format("\\x{:02x}", byte);
        return filter_error(token.position, fmt::format("'{}' means nothing here", shown),
                            "Write names with other characters in backquotes, texts in quotes.");
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

Result<std::vector<FilterToken>> filter_tokens(std::string_view text) {
    return Lexer(text).run();
}

Error filter_error(std::size_t position, std::string_view what, std::string hint) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("Filter, column {}: {}", position, what),
            .hint = std::move(hint)};
}

}  // namespace tunebench
