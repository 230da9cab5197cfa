// What a search of the hub has found, and the files of a repository, in words and as JSON.
#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/hub/hub.h"

namespace tunebench::cli {

std::string search_text(RepositoryKind kind, const std::string& name, const std::vector<SearchHit>& hits);
OrderedJson search_json(RepositoryKind kind, const std::vector<SearchHit>& hits);

/// `chosen`: what `download` takes without further flags, or why it takes nothing.
std::string listing_text(const RepositoryListing& listing, const Result<std::vector<HubFile>>& chosen);
OrderedJson listing_json(const Repository& repository, const RepositoryListing& listing,
                         const Result<std::vector<HubFile>>& chosen);

}  // namespace tunebench::cli
