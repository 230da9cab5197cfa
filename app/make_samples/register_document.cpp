#include "app/make_samples/register_document.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <utility>

#include <fmt/format.h>

namespace tunebench {
namespace {

struct Notation {
    std::string_view item = "";  // {0} the key, {1} the value
    std::string_view between = "";
    std::string_view end = "";
    bool capital = false;
};

constexpr std::array<Notation, 5> kNotations = {{{"{}: {}", ". ", ".", true},
                                                 {"{}: {}", "; ", "", false},
                                                 {"- {}: {}", "\n", "", false},
                                                 {"{} = {}", "; ", "", false},
                                                 {"{} = {}", ", ", "", false}}};

// A sentence of the grammar and the attributes that it states.
struct Statement {
    std::string_view symbol = "";
    std::array<std::string_view, 2> keys = {};
};

constexpr std::array<Statement, 12> kStatements = {{{"{about_name}", {"name", "name"}},
                                                    {"{about_kind}", {"kind", "name"}},
                                                    {"{about_street}", {"street", "name"}},
                                                    {"{about_prices}", {"prices", "prices"}},
                                                    {"{about_product}", {"known for", "known for"}},
                                                    {"{pair_name_street}", {"name", "street"}},
                                                    {"{pair_name_product}", {"name", "known for"}},
                                                    {"{pair_name_kind}", {"name", "kind"}},
                                                    {"{pair_kind_street}", {"kind", "street"}},
                                                    {"{pair_street_product}", {"street", "known for"}},
                                                    {"{pair_prices_product}", {"prices", "known for"}},
                                                    {"{pair_kind_prices}", {"kind", "prices"}}}};

std::string write_list(std::span<const Attribute> attributes, const Notation& notation) {
    std::string list;
    for (const auto& attribute : attributes) {
        if (&attribute != attributes.data())
            list += notation.between;
        const auto key = notation.capital ? capitalised(attribute.key) : attribute.key;
        list += fmt::format(fmt::runtime(notation.item), key, attribute.value);
    }
    return list += notation.end;
}

// "Street? Elm Lane. Name? Blue Lantern."
std::string write_questions(std::span<Attribute> attributes, Random& random) {
    random.shuffle(attributes);
    std::string text;
    for (const auto& attribute : attributes.first(std::min<std::size_t>(3, attributes.size())))
        text += fmt::format("{}{}? {}.", text.empty() ? "" : " ", capitalised(attribute.key),
                            capitalised(attribute.value));
    return text;
}

std::string write_statements(const Grammar& grammar, std::span<const Attribute> attributes,
                             Bindings& bindings, Random& random) {
    const auto listed = [&](std::string_view key) {
        return std::any_of(attributes.begin(), attributes.end(),
                           [&](const Attribute& attribute) { return attribute.key == key; });
    };
    auto statements = kStatements;
    random.shuffle<Statement>(statements);
    const auto count = 2 + random.below(3);
    std::string text;
    std::uint64_t written = 0;
    for (const auto& statement : statements) {
        if (written == count || !listed(statement.keys[0]) || !listed(statement.keys[1]))
            continue;
        text += text.empty() ? "" : " ";
        text += grammar.expand(statement.symbol, bindings, random);
        ++written;
    }
    return text;
}

}  // namespace

std::string register_document(const Grammar& grammar, const Place& place, Random& random) {
    auto bindings = bindings_of(place);
    auto attributes = attributes_of(place);
    random.shuffle(std::span(attributes));
    attributes.resize(attributes.size() - random.below(3));
    const auto& notation = kNotations[static_cast<std::size_t>(random.below(kNotations.size()))];
    std::string text;
    if (random.below(2) == 0)
        text = grammar.expand("{register_head}\n", bindings, random);
    text += write_list(attributes, notation);
    text += "\n";
    return text += random.below(4) == 0 ? write_questions(attributes, random)
                                        : write_statements(grammar, attributes, bindings, random);
}

}  // namespace tunebench
