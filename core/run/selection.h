// The sections of a run that choose from a registry: method, optimizer, schedule. {"id": …, parameters…}
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/run/run_config.h"

namespace tunebench {

bool is_selection(std::string_view section);

/// The member of RunConfig that holds the section. `section` must be one of the three.
Selection& selection_of(RunConfig& config, std::string_view section);
const Selection& selection_of(const RunConfig& config, std::string_view section);

/// The ids that the section's registry knows, in its order.
std::vector<std::string> known_ids(std::string_view section);

/// Parameters of one entry of the registry, or an error with field "<section>.id" that names the known ids.
Result<std::span<const ParamSpec>> selection_specs(std::string_view section, std::string_view id);

/// The parameters of an optimizer in a run with that method: the default of the learning rate follows it.
std::vector<ParamSpec> optimizer_specs(std::string_view optimizer_id, std::string_view method_id);

/// The entry with `values` checked and every other parameter at its default; of an optimizer, in a run with
/// that method.
Result<Selection> make_selection(std::string_view section, std::string_view id, const ParamMap& values,
                                 std::string_view method_id = {});

/// Puts another method into the run. A learning rate at its default goes to the default with that method.
void set_method(RunConfig& config, Selection method);

}  // namespace tunebench
