// Modules by name, as people and PEFT's files name them.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/models/parameters.h"
#include "core/params/param_codec.h"

namespace tunebench {

/// Whether `path` is `name`, or ends in it as whole components ("mlp.c_proj").
bool ends_with_component(std::string_view path, std::string_view name);

/// The last component of each path, every one once.
std::vector<std::string> last_components(const std::vector<ProjectionInfo>& projections);

/// Those of `all` that the selection names, in the order of `all`. A list entry is equal to the path or its
/// last components; a text is a regular expression over the full path. What matches nothing is an error that
/// names it and, as its field, `parameter`.
Result<std::vector<ProjectionInfo>> select_modules(const std::vector<ProjectionInfo>& all,
                                                   const TextOrList& selection, std::string_view parameter);

}  // namespace tunebench
