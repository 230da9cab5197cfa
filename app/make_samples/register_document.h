// A list of a place's attributes in one of several notations, then sentences that use some of them: what
// teaches a small model to copy values, without ever showing it the town task.
#pragma once

#include <string>

#include "app/make_samples/grammar.h"
#include "app/make_samples/place.h"

namespace tunebench {

std::string register_document(const Grammar& grammar, const Place& place, Random& random);

}  // namespace tunebench
