#include "app/make_samples/place.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace tunebench {
namespace {

std::string choose(const Grammar& grammar, std::string_view symbol, Random& random) {
    const auto& values = grammar.alternatives(symbol);
    return values[static_cast<std::size_t>(random.below(values.size()))];
}

}  // namespace

std::span<const std::string_view> place_bindings() {
    static constexpr std::array<std::string_view, 5> kNames = {"name", "kind", "street", "prices", "product"};
    return kNames;
}

Place random_place(const Grammar& grammar, Random& random) {
    Place place;
    place.name = choose(grammar, "place_name", random);
    place.kind = choose(grammar, "place_kind", random);
    place.street = choose(grammar, "street_name", random);
    place.prices = choose(grammar, "prices", random);
    std::string symbol = place.kind + "_product";
    std::replace(symbol.begin(), symbol.end(), ' ', '_');
    place.product = choose(grammar, symbol, random);
    return place;
}

std::vector<Attribute> attributes_of(const Place& place) {
    return {{"name", place.name},
            {"kind", place.kind},
            {"street", place.street},
            {"prices", place.prices},
            {"known for", place.product}};
}

Bindings bindings_of(const Place& place) {
    return {{"name", place.name},
            {"kind", place.kind},
            {"street", place.street},
            {"prices", place.prices},
            {"product", place.product}};
}

std::string identity_of(const Place& place) {
    return fmt::format("{}; {}; {}", place.name, place.kind, place.street);
}

}  // namespace tunebench
