// A generative grammar in plain text. A rule is a line "symbol: alternative | alternative", continued on
// lines that begin with "|". In an alternative, {symbol} stands for a random alternative of that symbol,
// {hero:person} also remembers what came out, {hero} repeats it, {hero.he} {hero.him} {hero.his} are its
// pronouns, a first ^ ({^hero}) makes the first letter a capital, "a~" becomes "a" or
// "an", and a backslash with n is a line break.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.h"
#include "core/base/result.h"

namespace tunebench {

/// What has been remembered in one document: name to text.
using Bindings = std::map<std::string, std::string, std::less<>>;

/// With a capital for a first letter in ASCII.
std::string capitalised(std::string text);

class Grammar {
public:
    /// `given` are the names that callers bind before they expand. Corrupt when a line is no rule, a symbol
    /// has two rules, or something in braces is neither a symbol, nor given, nor remembered anywhere.
    static Result<Grammar> parse(std::span<const std::string_view> texts,
                                 std::span<const std::string_view> given);

    bool has(std::string_view symbol) const { return rules_.contains(symbol); }

    /// The alternatives as written. The symbol must exist.
    const std::vector<std::string>& alternatives(std::string_view symbol) const;

    std::vector<std::string> symbols() const;

    /// `text` with everything in braces replaced. A name remembered here for a person, animal, ... differs
    /// from all others remembered in `bindings`; one that is used before it is remembered stays in braces.
    /// Symbols must not contain themselves.
    std::string expand(std::string_view text, Bindings& bindings, Random& random) const;

private:
    Result<void> add_rules(std::string_view text);
    Result<void> check_references(std::span<const std::string_view> given) const;
    std::string replace(std::string_view braces, Bindings& bindings, Random& random) const;
    std::string choose(std::string_view symbol, Bindings& bindings, Random& random) const;
    std::string bind(std::string_view name, std::string_view symbol, Bindings& bindings,
                     Random& random) const;
    std::string expand_braces(std::string_view text, Bindings& bindings, Random& random) const;
    std::string pronoun(std::string_view name, std::string_view form, const Bindings& bindings) const;

    std::map<std::string, std::vector<std::string>, std::less<>> rules_ = {};
};

}  // namespace tunebench
