// A repository as a search of the hub describes it.
#pragma once

#include <optional>

#include "core/base/json.h"
#include "core/hub/hub_file.h"

namespace tunebench {

/// An entry of GET /api/models or /api/datasets. Nothing for an id that is no name of a repository: nobody
/// could ask for it. Corrupt for members of the wrong type.
Result<std::optional<SearchHit>> search_hit_of(const Json& entry);

}  // namespace tunebench
