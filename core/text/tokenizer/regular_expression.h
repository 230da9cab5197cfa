// The regular expressions of tokenizer.json, which are written for Oniguruma, run by PCRE2 under limits.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/text/span.h"

namespace tunebench {

/// The same expression in PCRE2's syntax, where the two read it differently: \s \S \w \W \h \H by Unicode
/// properties, {n,m}+ as a repeated repetition (PCRE2 takes it as possessive), and classes that are
/// intersected (&&) or hold negated ones by looking ahead; these are repeated many at a time, as PCRE2 keeps
/// something for every repetition of what is more than a class. Unsupported: an intersection with nothing,
/// and classes nested very deeply.
Result<std::string> translate_oniguruma(std::string_view expression);

/// A compiled expression; immutable, threads may share one.
class RegularExpression {
public:
    /// InvalidArgument with the compiler's complaint and the place in the expression.
    static Result<RegularExpression> compile(std::string_view expression);

    RegularExpression(RegularExpression&&) noexcept;
    RegularExpression& operator=(RegularExpression&&) noexcept;
    ~RegularExpression();

    /// Matches of one text, front to back. The text must be valid UTF-8 and outlive it.
    class Search;

private:
    struct Compiled;
    explicit RegularExpression(std::shared_ptr<const Compiled> compiled);

    std::shared_ptr<const Compiled> compiled_;
};

class RegularExpression::Search {
public:
    Search(const RegularExpression& expression, std::string_view text);
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;
    ~Search();

    /// The next match, which may be empty; none at the end. InvalidArgument with the expression for a match
    /// that would cost more than the limits of steps and memory allow; nothing is found from there on.
    Result<std::optional<Span>> next();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tunebench
