// Which parameters a person means who types a word or two.
#pragma once

#include <optional>
#include <string_view>

#include "core/params/param_spec.h"

namespace tunebench {

/// How near the parameter is to what was typed: 0 where the label begins so, larger for labels and keys that
/// hold it, largest where only the explanations do. No value unless every word is found somewhere. `section`
/// is the name of the part of the form; upper and lower case are alike (a to z).
std::optional<int> search_rank(const ParamSpec& spec, std::string_view section, std::string_view typed);

}  // namespace tunebench
