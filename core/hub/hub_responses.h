// What the hub's interface answers, read with limits. Errors are Corrupt and begin with `source`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/hub/hub_file.h"

namespace tunebench {

/// GET /api/models/<id>/revision/<revision>?blobs=true. Without a list of files `files` is empty.
Result<RepositoryListing> parse_revision(std::string_view text, std::string_view source);

/// One page of GET /api/models/<id>/tree/<commit>?recursive=true; folders are left out.
Result<std::vector<HubFile>> parse_tree_page(std::string_view text, std::string_view source);

/// The address of rel="next" in a Link header (RFC 8288); empty on the last page.
std::string next_page(std::string_view link_header);

/// GET /api/models?search=… Entries whose id is no name are left out, and what comes after 1000.
Result<std::vector<SearchHit>> parse_search(std::string_view text, std::string_view source);

}  // namespace tunebench
