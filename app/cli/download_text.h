// A download in words and as JSON.
#pragma once

#include <chrono>
#include <string>

#include "core/base/json.h"
#include "core/hub/download_rate.h"
#include "core/hub/hub.h"

namespace tunebench::cli {

/// "[####....]  1.20 GiB of 2.50 GiB, 35.10 MiB/s, 37 s left  model-00001-of-00002.safetensors"
class DownloadLine {
public:
    std::string text(const DownloadProgress& progress, std::chrono::steady_clock::time_point now);

private:
    DownloadRate rate_;
};

std::string download_text(const Download& download);
OrderedJson download_json(const DownloadRequest& request, const Download& download);

}  // namespace tunebench::cli
