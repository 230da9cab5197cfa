#include "core/hub/network/hub_urls.h"

#include <fmt/format.h>

#include "core/hub/network/url.h"

namespace tunebench {

std::string revision_url(const HubSettings& settings, const Repository& repository,
                         const std::string& revision) {
    return fmt::format("{}/api/{}/{}/revision/{}?blobs=true", settings.endpoint, plural(repository.kind),
                       repository.id, percent_encoded(revision, false));
}

std::string tree_url(const HubSettings& settings, const Repository& repository, const std::string& commit) {
    return fmt::format("{}/api/{}/{}/tree/{}?recursive=true", settings.endpoint, plural(repository.kind),
                       repository.id, commit);
}

std::string search_url(const HubSettings& settings, RepositoryKind kind, const std::string& text, int limit) {
    std::string url = fmt::format("{}/api/{}?search={}&limit={}&sort=downloads&direction=-1",
                                  settings.endpoint, plural(kind), percent_encoded(text, false), limit);
    // Without being asked for them the hub says little; asked so, it says nothing else.
    for (const auto* member : {"downloads", "likes", "tags", "gated", "private", "lastModified"})
        url += fmt::format("&expand={}", member);
    if (kind == RepositoryKind::Model)
        url += "&expand=pipeline_tag&expand=safetensors";
    return url;
}

std::string file_url(const HubSettings& settings, const Repository& repository, const std::string& commit,
                     const std::string& path) {
    const auto* prefix = repository.kind == RepositoryKind::Dataset ? "datasets/" : "";
    return fmt::format("{}/{}{}/resolve/{}/{}", settings.endpoint, prefix, repository.id, commit,
                       percent_encoded(path, true));
}

}  // namespace tunebench
