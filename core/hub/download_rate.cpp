#include "core/hub/download_rate.h"

namespace tunebench {

std::optional<DownloadRate::Rate> DownloadRate::at(const DownloadProgress& progress,
                                                   std::chrono::steady_clock::time_point now) {
    if (!has_begun_) {
        begin_ = now;
        bytes_at_begin_ = progress.bytes;
        has_begun_ = true;
    }
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    if (seconds < 1.0 || progress.bytes <= bytes_at_begin_)
        return std::nullopt;
    const double speed = static_cast<double>(progress.bytes - bytes_at_begin_) / seconds;
    return Rate{.bytes_per_second = speed,
                .seconds_left = static_cast<double>(progress.size - progress.bytes) / speed};
}

}  // namespace tunebench
