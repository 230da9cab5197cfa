// FilterValue: what a column of a row holds when it is compared: nothing, a number (true is 1) or a text.
#pragma once

#include <string>
#include <variant>

namespace tunebench {

using FilterValue = std::variant<std::monostate, double, std::string>;

}  // namespace tunebench
