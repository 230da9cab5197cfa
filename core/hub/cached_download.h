// What download_repository gives without a network: the snapshot as it lies in the cache.
#pragma once

#include "core/hub/hub.h"

namespace tunebench {

/// NotFound, naming them, when files that loading needs are missing.
Result<Download> cached_download(const std::filesystem::path& cache, const DownloadRequest& request);

}  // namespace tunebench
