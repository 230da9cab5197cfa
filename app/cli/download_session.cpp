#include "app/cli/download_session.h"

#include <atomic>
#include <cstdio>
#include <poll.h>
#include <unistd.h>

#include "app/cli/exit_code.h"

namespace tunebench::cli {
namespace {

constexpr int kShowMilliseconds = 100;

[[noreturn]] void end_at_once() {
    std::fputs("Aborted.\n", stderr);
    std::fflush(nullptr);
    _exit(static_cast<int>(ExitCode::Stopped));
}

}  // namespace

bool DownloadSession::wait_for_news(int descriptor) {
    pollfd waiting = {.fd = descriptor, .events = POLLIN, .revents = 0};
    poll(&waiting, 1, kShowMilliseconds);
    return signals_.take() > 0;
}

DownloadProgress DownloadSession::latest() const {
    const std::lock_guard lock(mutex_);
    return progress_;
}

Result<Download> DownloadSession::run(const HubAccess& access, const DownloadRequest& request,
                                      const Show& show) {
    Result<Download> result = Download{};
    std::atomic<bool> has_ended{false};
    std::jthread worker([&] {
        const auto keep = [this](const DownloadProgress& progress) {
            const std::lock_guard lock(mutex_);
            progress_ = progress;
        };
        result = download_repository(access, request, keep, cancel_);
        has_ended = true;
    });
    while (!has_ended) {
        if (wait_for_news(signals_.descriptor())) {
            if (cancel_.is_cancelled())
                end_at_once();
            std::fputs("Stopping; a second Ctrl-C aborts.\n", stderr);
            cancel_.cancel();
        }
        show(latest());
    }
    worker.join();
    return result;
}

}  // namespace tunebench::cli
