// Doubles in JSON without losing a bit: NaN and infinities, which JSON does not have, are texts.
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

/// The number, or "NaN", "Infinity", "-Infinity".
OrderedJson exact_number(double number);

/// Corrupt with the key when it is neither a number nor one of the three texts.
Result<double> number_from(const Json& json, std::string_view key);

}  // namespace tunebench
