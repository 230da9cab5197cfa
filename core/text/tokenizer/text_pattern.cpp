#include "core/text/tokenizer/text_pattern.h"

namespace tunebench {

namespace {

/// Visits what lies between the matches as well; `next_match(from)` gives the first match at or after `from`.
template <class NextMatch>
void visit_all(std::string_view text, const TextPattern::Visitor& visit, NextMatch next_match) {
    std::size_t at = 0;
    while (const std::optional<Span> match = next_match(at)) {
        if (match->begin > at)
            visit(at, match->begin, false);
        visit(match->begin, match->end, true);
        at = match->end;
    }
    if (at < text.size())
        visit(at, text.size(), false);
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
    return pattern;
}

void TextPattern::for_each(std::string_view text, const Visitor& visit) const {
    if (scanner_) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = scanner_(text, at);
            visit(at, end, true);
            at = end;
        }
    } else if (expression_) {
        RegularExpression::Search search(*expression_, text);
        visit_all(text, visit, [&](std::size_t) { return search.next(); });
    } else {
        visit_all(text, visit, [&](std::size_t from) -> std::optional<Span> {
            const std::size_t begin = literal_.empty() ? std::string_view::npos : text.find(literal_, from);
            if (begin == std::string_view::npos)
                return std::nullopt;
            return Span{begin, begin + literal_.size()};
        });
    }
}

}  // namespace tunebench
