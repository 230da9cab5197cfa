// Fields of a run that a study's methods may change, and their values as people type them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/params/param_spec.h"
#include "core/run/run_config.h"

namespace tunebench {

struct VariableField {
    std::string key = {};  // dotted, as in run files: "method.rank"
    ParamSpec spec = {};
    std::vector<std::string> ids = {};  // to choose from, where the field chooses from a registry
};

/// Of a run with the method, optimizer and schedule of `config`: the method's own first. Not among them: the
/// method itself, and name and seed, which are the study's.
std::vector<VariableField> variable_fields(const RunConfig& config);

/// "4, 16" is two values; where a value is a list or a map, ';' stands between values. Each is checked: an
/// error names the field.
Result<std::vector<ParamValue>> values_from_text(const ParamSpec& spec, std::string_view text);
std::string values_text(const ParamSpec& spec, const std::vector<ParamValue>& values);

}  // namespace tunebench
