// DownloadRate: how fast a download is, from what its progress says.
#pragma once

#include <chrono>
#include <optional>

#include "core/hub/hub.h"

namespace tunebench {

class DownloadRate {
public:
    struct Rate {
        double bytes_per_second = 0.0;
        double seconds_left = 0.0;
    };

    /// Since the first call; nothing in its first second, and before anything has come. What was there
    /// before is no part of the speed.
    std::optional<Rate> at(const DownloadProgress& progress, std::chrono::steady_clock::time_point now);

private:
    std::chrono::steady_clock::time_point begin_ = {};
    std::uint64_t bytes_at_begin_ = 0;
    bool has_begun_ = false;
};

}  // namespace tunebench
