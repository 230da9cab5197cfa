#include "core/text/tokenizer/text_pattern.h"

#include "core/base/error_exception.h"

namespace tunebench {

namespace {

/// Visits what lies between the matches as well; `next_match(from)` gives the first match at or after `from`.
template <class NextMatch>
Result<void> visit_all(std::string_view text, const TextPattern::Visitor& visit, NextMatch next_match) {
    std::size_t at = 0;
    while (true) {
        TRY(const std::optional<Span> match, next_match(at));
        if (!match)
            break;
        if (match->begin > at)
            visit(at, match->begin, false);
        visit(match->begin, match->end, true);
        at = match->end;
    }
    if (at < text.size())
        visit(at, text.size(), false);
    return {};
}

}  // namespace

TextPattern TextPattern::literal(std::string text) {
    TextPattern pattern;
    pattern.literal_ = std::move(text);
    return pattern;
}

Result<TextPattern> TextPattern::regular_expression(std::string_view expression) {
    TextPattern pattern;
    pattern.scanner_ = scanner_for(expression);
    if (!pattern.scanner_) {
        TRY(RegularExpression compiled, RegularExpression::compile(expression));
        pattern.expression_ = std::make_shared<const RegularExpression>(std::move(compiled));
    }
    return pattern;
}

Result<TextPattern> TextPattern::make(const ComponentDescription& description) {
    const Json& json = description.json();
    if (json.is_string())
        return literal(json.get<std::string>());
    if (find_member(json, "String")) {
        TRY(std::string text, description.required_text("String"));
        return literal(std::move(text));
    }
    TRY(const std::string expression, description.required_text("Regex"));
    auto pattern = regular_expression(expression);
    if (!pattern)
        return in_source(pattern.error(), description.place());
    pattern->place_ = description.place();
    return pattern;
}

Result<void> TextPattern::for_each(std::string_view text, const Visitor& visit) const {
    if (scanner_) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = scanner_(text, at);
            visit(at, end, true);
            at = end;
        }
        return {};
    }
    if (expression_) {
        RegularExpression::Search search(*expression_, text);
        auto searched = visit_all(text, visit, [&](std::size_t) { return search.next(); });
        return searched || place_.empty() ? searched : in_source(searched.error(), place_);
    }
    return visit_all(text, visit, [&](std::size_t from) -> Result<std::optional<Span>> {
        const std::size_t begin = literal_.empty() ? std::string_view::npos : text.find(literal_, from);
        if (begin == std::string_view::npos)
            return std::optional<Span>();
        return std::optional(Span{begin, begin + literal_.size()});
    });
}

void TextPattern::for_each_or_throw(std::string_view text, const Visitor& visit) const {
    if (const auto searched = for_each(text, visit); !searched)
        throw ErrorException(searched.error());
}

}  // namespace tunebench
