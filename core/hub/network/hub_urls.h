// The addresses of the hub's interface.
#pragma once

#include <string>

#include "core/hub/hub_settings.h"
#include "core/hub/repository.h"

namespace tunebench {

std::string revision_url(const HubSettings& settings, const Repository& repository,
                         const std::string& revision);
std::string tree_url(const HubSettings& settings, const Repository& repository, const std::string& commit);
std::string search_url(const HubSettings& settings, RepositoryKind kind, const std::string& text, int limit);
std::string file_url(const HubSettings& settings, const Repository& repository, const std::string& commit,
                     const std::string& path);

}  // namespace tunebench
