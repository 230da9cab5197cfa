// A repository's files, asked with a client that is open already. See list_repository.
#pragma once

#include "core/hub/network/hub_client.h"

namespace tunebench {

Result<RepositoryListing> list_files(HubClient& client, const Repository& repository,
                                     const std::string& revision);

}  // namespace tunebench
