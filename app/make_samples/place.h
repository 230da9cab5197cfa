// A shop or inn of the town with its five attributes, drawn from the values of rules/places.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/make_samples/attribute_check.h"
#include "app/make_samples/grammar.h"

namespace tunebench {

struct Place {
    std::string name = {};
    std::string kind = {};
    std::string street = {};
    std::string prices = {};
    std::string product = {};  // what it is known for
};

/// The names that the rules about places expect: those that bindings_of gives.
std::span<const std::string_view> place_bindings();

/// Every value equally likely; the product fits the kind.
Place random_place(const Grammar& grammar, Random& random);

/// name, kind, street, prices, known for.
std::vector<Attribute> attributes_of(const Place& place);

Bindings bindings_of(const Place& place);

/// Name, kind and street: what tells validation from training, prices and product left aside.
std::string identity_of(const Place& place);

}  // namespace tunebench
