#include "app/make_samples/grammar.h"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <set>

#include <fmt/format.h>

namespace tunebench {
namespace {

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.emplace_back(trim(text.substr(0, end)));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

// "{^hero:person}" is {capital, "hero", "person"}, "{hero.his}" is {_, "hero", _, "his"}.
struct Reference {
    bool capital = false;
    std::string_view name = {};
    std::string_view symbol = {};
    std::string_view pronoun = {};
};

Reference read_reference(std::string_view inside) {
    Reference reference;
    if (inside.starts_with('^')) {
        reference.capital = true;
        inside.remove_prefix(1);
    }
    const auto mark = inside.find_first_of(":.");
    reference.name = inside.substr(0, mark);
    if (mark != std::string_view::npos)
        (inside[mark] == ':' ? reference.symbol : reference.pronoun) = inside.substr(mark + 1);
    return reference;
}

std::vector<Reference> read_references(std::string_view text) {
    std::vector<Reference> references;
    for (auto begin = text.find('{'); begin != std::string_view::npos; begin = text.find('{', begin + 1))
        references.push_back(read_reference(text.substr(begin + 1, text.find('}', begin) - begin - 1)));
    return references;
}

std::string with_line_breaks(std::string text) {
    for (auto at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at))
        text.replace(at, 2, "\n");
    return text;
}

std::string with_articles(std::string text) {
    for (auto at = text.find("~ "); at != std::string::npos; at = text.find("~ ", at)) {
        const bool vowel = at + 2 < text.size() &&
                           std::string_view("aeiouAEIOU").find(text[at + 2]) != std::string_view::npos;
        text.replace(at, 1, vowel ? "n" : "");
    }
    return text;
}

Error rule_error(std::string message) {
    return {ErrorCode::Corrupt, std::move(message), "Correct the rules in app/make_samples/rules."};
}

}  // namespace

std::string capitalised(std::string text) {
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

Result<Grammar> Grammar::parse(std::span<const std::string_view> texts,
                               std::span<const std::string_view> given) {
    Grammar grammar;
    for (const auto text : texts)
        TRY_VOID(grammar.add_rules(text));
    TRY_VOID(grammar.check_references(given));
    return grammar;
}

Result<void> Grammar::add_rules(std::string_view text) {
    std::string symbol;
    for (const auto& line : split(text, '\n')) {
        if (line.empty())
            continue;
        std::string_view rest = line;
        if (rest.starts_with('|')) {
            rest.remove_prefix(1);
        } else {
            const auto colon = rest.find(": ");
            if (colon == std::string_view::npos)
                return rule_error(fmt::format("The line \"{}\" of the grammar is no rule.", line));
            symbol = rest.substr(0, colon);
            rest.remove_prefix(colon + 2);
            if (has(symbol))
                return rule_error(fmt::format("The grammar has two rules for {}.", symbol));
        }
        auto& alternatives = rules_[symbol];
        for (auto& alternative : split(rest, '|'))
            alternatives.push_back(with_line_breaks(std::move(alternative)));
    }
    return {};
}

Result<void> Grammar::check_references(std::span<const std::string_view> given) const {
    std::set<std::string_view> names(given.begin(), given.end());
    std::vector<Reference> references;
    for (const auto& [symbol, alternatives] : rules_)
        for (const auto& alternative : alternatives)
            for (const auto& reference : read_references(alternative)) {
                if (!reference.symbol.empty())
                    names.insert(reference.name);
                references.push_back(reference);
            }
    for (const auto& reference : references) {
        const auto symbol = reference.symbol.empty() ? reference.name : reference.symbol;
        if (!has(symbol) && !(reference.symbol.empty() && names.contains(symbol)))
            return rule_error(fmt::format("The grammar refers to {}, which it does not define.", symbol));
    }
    return {};
}

const std::vector<std::string>& Grammar::alternatives(std::string_view symbol) const {
    const auto found = rules_.find(symbol);
    assert(found != rules_.end() && "a symbol of the grammar");
    return found->second;
}

std::vector<std::string> Grammar::symbols() const {
    std::vector<std::string> names;
    for (const auto& [symbol, alternatives] : rules_)
        names.push_back(symbol);
    return names;
}

std::string Grammar::expand(std::string_view text, Bindings& bindings, Random& random) const {
    return with_articles(expand_braces(text, bindings, random));
}

std::string Grammar::expand_braces(std::string_view text, Bindings& bindings, Random& random) const {
    std::string result;
    while (true) {
        const auto begin = text.find('{');
        result += text.substr(0, begin);
        if (begin == std::string_view::npos)
            return result;
        const auto end = text.find('}', begin);
        result += replace(text.substr(begin + 1, end - begin - 1), bindings, random);
        text.remove_prefix(end + 1);
    }
}

std::string Grammar::replace(std::string_view braces, Bindings& bindings, Random& random) const {
    const auto reference = read_reference(braces);
    std::string text;
    if (!reference.pronoun.empty())
        text = pronoun(reference.name, reference.pronoun, bindings);
    else if (const auto bound = bindings.find(reference.name); bound != bindings.end())
        text = bound->second;
    else if (!reference.symbol.empty())
        text = bind(reference.name, reference.symbol, bindings, random);
    else
        text = choose(reference.name, bindings, random);
    return reference.capital ? capitalised(std::move(text)) : text;
}

std::string Grammar::choose(std::string_view symbol, Bindings& bindings, Random& random) const {
    if (!has(symbol))
        return fmt::format("{{{}}}", symbol);
    const auto& choices = alternatives(symbol);
    return expand_braces(choices[static_cast<std::size_t>(random.below(choices.size()))], bindings, random);
}

std::string Grammar::bind(std::string_view name, std::string_view symbol, Bindings& bindings,
                          Random& random) const {
    constexpr int kTries = 20;
    std::string text;
    for (int i = 0; i < kTries; ++i) {
        text = choose(symbol, bindings, random);
        const auto same = [&](const auto& binding) { return binding.second == text; };
        if (std::none_of(bindings.begin(), bindings.end(), same))
            break;
    }
    bindings.emplace(name, text);
    return text;
}

std::string Grammar::pronoun(std::string_view name, std::string_view form, const Bindings& bindings) const {
    const auto bound = bindings.find(name);
    if (bound == bindings.end())
        return fmt::format("{{{}.{}}}", name, form);
    const auto& women = alternatives("woman");
    const bool woman = std::find(women.begin(), women.end(), bound->second) != women.end();
    if (form == "he")
        return woman ? "she" : "he";
    if (form == "him")
        return woman ? "her" : "him";
    return woman ? "her" : "his";
}

}  // namespace tunebench
