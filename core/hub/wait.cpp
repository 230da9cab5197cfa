#include <thread>

#include "core/hub/hub.h"

namespace tunebench {

void wait_or_cancel(std::chrono::milliseconds time, const CancelToken& cancel) {
    constexpr std::chrono::milliseconds kSlice{50};
    const auto end = std::chrono::steady_clock::now() + time;
    while (!cancel.is_cancelled() && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(kSlice);
}

}  // namespace tunebench
