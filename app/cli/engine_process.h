// EngineProcess: the engine on its worker thread, history beside it, and the main thread that waits for what
// they say and for Ctrl-C. One a program.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string_view>
#include <variant>
#include <vector>

#include "app/cli/signal_watcher.h"
#include "core/history/history.h"
#include "core/run/run_host.h"

namespace tunebench::cli {

enum class KeepHistory { No, Yes };

class EngineProcess {
public:
    /// A history that cannot be opened is a warning: the run's own folder has everything.
    EngineProcess(const std::filesystem::path& data_folder, KeepHistory keep_history);
    ~EngineProcess();

    EngineProcess(const EngineProcess&) = delete;
    EngineProcess& operator=(const EngineProcess&) = delete;

    RunHost& host() { return *host_; }

    struct News {
        std::vector<HostEvent> events = {};
        bool interrupted = false;  // the user has asked to stop; the first time only
    };

    /// Blocks until there is something, at most so long. A second interrupt ends the process here and now,
    /// with exit code 3.
    News wait(std::chrono::milliseconds at_most);

    /// Waits for everything that history was told; warns when something was not written.
    void flush_history();

private:
    void take_signals(News& news);

    // In this order: threads inherit the blocked signals, and the host may wake until it is gone.
    SignalWatcher signals_;
    int wake_descriptor_ = -1;
    int interrupts_ = 0;
    std::unique_ptr<History> history_;  // may be null
    std::unique_ptr<RunHost> host_;
};

/// Sends one request and waits for its reply. An interrupt cancels the request.
template <class Report, class Send>
Result<Report> ask(EngineProcess& process, Send send) {
    constexpr std::chrono::milliseconds kPatience{500};
    const std::int64_t request = send(process.host());
    while (true) {
        auto news = process.wait(kPatience);
        if (news.interrupted)
            process.host().cancel(request);
        for (auto& event : news.events)
            if (auto* reply = std::get_if<HostReply<Report>>(&event); reply && reply->request == request)
                return std::move(reply->report);
    }
}

}  // namespace tunebench::cli
