// HistoryThread: the thread that owns the only writing connection of the process, and the queue in front of
// it. Public functions may be called from any thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/base/result.h"
#include "core/history/batch_writer.h"
#include "core/history/history_command.h"
#include "core/history/prepare_history.h"
#include "core/history/reconcile.h"

namespace tunebench {

class HistoryThread {
public:
    /// Begins with the reconciliation. `changed` is called on the thread after rows were committed.
    HistoryThread(PreparedHistory prepared, std::filesystem::path data_folder, std::function<void()> changed);
    ~HistoryThread();  // writes what was posted; an unfinished reconciliation goes on at the next start
    HistoryThread(const HistoryThread&) = delete;
    HistoryThread& operator=(const HistoryThread&) = delete;

    /// Written within kBatchTime, at once when it is urgent, in the order of the calls.
    void post(HistoryCommand command);
    Result<void> flush();
    std::optional<Error> take_error();
    std::string notice() const;

private:
    struct Batch {
        std::vector<HistoryCommand> commands = {};
        bool is_last = false;
    };
    void run();
    Batch take(bool is_reconciling, bool is_owing);
    bool reconcile(Reconciliation& reconciliation);
    void finish(std::size_t commands, const Result<void>& result);
    void announce();

    // Immutable after construction.
    const std::filesystem::path data_folder_;
    const std::function<void()> changed_;

    // Shared; guarded by mutex_.
    mutable std::mutex mutex_;
    std::condition_variable work_;   // for the thread: something was posted
    std::condition_variable space_;  // for post: the queue was taken
    std::condition_variable done_;   // for flush: something was written
    std::vector<HistoryCommand> queue_;
    bool urgent_ = false;
    bool stop_ = false;
    bool reconciled_ = false;
    std::uint64_t posted_ = 0;
    std::uint64_t written_ = 0;
    std::optional<Error> first_error_;
    std::string notice_;

    // The history thread only.
    std::optional<PreparedHistory> prepared_;
    std::chrono::steady_clock::time_point announced_ = {};

    std::thread thread_;  // last: starts when everything above exists
};

}  // namespace tunebench
