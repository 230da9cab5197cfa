// For builds without curl.
#include "core/hub/hub.h"

namespace tunebench {

namespace {

Error without_hub() {
    return {.code = ErrorCode::Unsupported,
            .message = "This Tunebench was built without the hub.",
            .hint =
                "Download the files with another tool and give the folder, or build with "
                "-DTUNEBENCH_HUB=ON."};
}

}  // namespace

bool has_hub() {
    return false;
}

Result<RepositoryListing> list_repository(const HubAccess& /*access*/, const Repository& /*repository*/,
                                          const std::string& /*revision*/, const CancelToken& /*cancel*/) {
    return without_hub();
}

Result<std::vector<SearchHit>> search_repositories(const HubAccess& /*access*/, RepositoryKind /*kind*/,
                                                   const std::string& /*text*/, int /*limit*/,
                                                   const CancelToken& /*cancel*/) {
    return without_hub();
}

Result<Download> download_repository(const HubAccess& /*access*/, const DownloadRequest& /*request*/,
                                     const OnDownloadProgress& /*progress*/, const CancelToken& /*cancel*/) {
    return without_hub();
}

}  // namespace tunebench
