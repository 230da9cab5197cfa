// ParamValue to JSON and back; a group of parameters as a JSON object, where dots in keys are nested objects.
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/params/param_spec.h"

namespace tunebench {

OrderedJson to_json(const ParamValue& value);
OrderedJson to_json(const ParamMap& values);

/// null is not a parameter value: an error that names `key`.
Result<ParamValue> param_from_json(const OrderedJson& json, std::string_view key);

/// What a reader does with keys that no description knows.
enum class UnknownKeys {
    Refuse,  // a file that a person starts: an error that names the nearest known key
    Keep     // history, checkpoints, presets of another version: left in `unknown`, verbatim
};

struct ParamGroup {
    ParamMap values = {};  // keys as in the specs (dotted where nested), aliases resolved
    OrderedJson unknown = OrderedJson::object();  // empty unless UnknownKeys::Keep
};

/// Reads a JSON object of the parameters in `specs`. `section` ("optimizer") starts every message and field.
Result<ParamGroup> group_from_json(std::span<const ParamSpec> specs, const OrderedJson& object,
                                   std::string_view section, UnknownKeys unknown_keys);

/// Dotted keys become nested objects.
OrderedJson group_to_json(const ParamMap& values);

/// Text of the command line ("method.rank=8", "method.targets=[\"q_proj\"]"): JSON where it parses, else
/// text.
ParamValue param_from_text(std::string_view text);

/// Short text for tables and messages ("0.0002", "all-linear", "q_proj, v_proj").
std::string param_text(const ParamValue& value);

}  // namespace tunebench
