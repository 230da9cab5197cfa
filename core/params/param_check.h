// Values checked against descriptions alone, for whoever has the specs of a method, an optimizer or a
// schedule but not its struct.
#pragma once

#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/params/param_spec.h"

namespace tunebench {

/// The value in the form that a run file stores (3 becomes 3.0 for a real), or the error that names the key.
Result<ParamValue> checked_value(const ParamSpec& spec, const ParamValue& value);

/// Every parameter of `specs` in their order: checked where `values` has it, else the default. Keys that no
/// spec knows are dropped: group_from_json judges those.
Result<ParamMap> complete_params(std::span<const ParamSpec> specs, const ParamMap& values);

/// nullptr when no spec has this key or alias.
const ParamSpec* find_spec(std::span<const ParamSpec> specs, std::string_view key);

/// "learning_rate must be …" becomes "optimizer.learning_rate must be …", and its field likewise.
Error in_section(Error error, std::string_view section);

}  // namespace tunebench
