// DownloadSession: a download on a thread of its own, while this one shows how far it is and listens to
// Ctrl-C.
#pragma once

#include <functional>
#include <mutex>
#include <thread>

#include "app/cli/signal_watcher.h"
#include "core/hub/hub.h"

namespace tunebench::cli {

class DownloadSession {
public:
    /// Called ten times a second on the caller's thread.
    using Show = std::function<void(const DownloadProgress&)>;

    /// Until the download ends. The first signal stops it (Cancelled; what has come is kept), the second ends
    /// the process at once.
    Result<Download> run(const HubAccess& access, const DownloadRequest& request, const Show& show);

private:
    bool wait_for_news(int descriptor);  // whether a signal came
    DownloadProgress latest() const;

    SignalWatcher signals_;  // before the thread, which inherits what is blocked
    CancelToken cancel_;
    mutable std::mutex mutex_;
    DownloadProgress progress_ = {};  // guarded by mutex_
};

}  // namespace tunebench::cli
