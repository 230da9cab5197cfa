#include "core/history/history_thread.h"

#include <utility>

namespace tunebench {
namespace {

constexpr std::chrono::milliseconds kBatchTime{250};
constexpr std::chrono::seconds kRetryTime{1};
constexpr std::size_t kBatchCommands = 4096;  // enough to be worth a transaction at once
constexpr std::size_t kCapacity = 100'000;    // 10 seconds of a very fast run; some 40 MB

}  // namespace

HistoryThread::HistoryThread(PreparedHistory prepared, std::filesystem::path data_folder,
                             std::function<void()> changed)
    : data_folder_(std::move(data_folder)),
      changed_(std::move(changed)),
      notice_(prepared.notice),
      prepared_(std::move(prepared)),
      thread_([this] { run(); }) {}

HistoryThread::~HistoryThread() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    work_.notify_one();
    thread_.join();
}

void HistoryThread::post(HistoryCommand command) {
    const bool urgent = is_urgent(command);
    bool wake = false;
    {
        std::unique_lock lock(mutex_);
        space_.wait(lock, [this] { return queue_.size() < kCapacity; });
        queue_.push_back(std::move(command));
        ++posted_;
        urgent_ = urgent_ || urgent;
        wake = urgent || queue_.size() == 1 || queue_.size() == kBatchCommands;
    }
    if (wake)
        work_.notify_one();
}

Result<void> HistoryThread::flush() {
    std::unique_lock lock(mutex_);
    const std::uint64_t target = posted_;
    urgent_ = true;
    work_.notify_one();
    done_.wait(lock, [&] { return reconciled_ && written_ >= target; });
    if (auto error = std::exchange(first_error_, {}))
        return *std::move(error);
    return {};
}

std::optional<Error> HistoryThread::take_error() {
    const std::lock_guard lock(mutex_);
    return std::exchange(first_error_, {});
}

std::string HistoryThread::notice() const {
    const std::lock_guard lock(mutex_);
    return notice_;
}

void HistoryThread::run() {
    HistoryWriter history(*std::move(prepared_), data_folder_);
    BatchWriter batches(history);
    Reconciliation reconciliation(history, [&](const std::string& id) { return batches.has_begun(id); });
    bool is_reconciling = true;
    while (true) {
        Batch batch = take(is_reconciling, batches.is_owing());
        const std::size_t count = batch.commands.size();
        if (count > 0 || batches.is_owing()) {
            finish(count, batches.write(std::move(batch.commands)));
            announce();
        }
        if (batch.is_last)
            break;
        if (is_reconciling)
            is_reconciling = reconcile(reconciliation);
    }
    const std::lock_guard lock(mutex_);
    reconciled_ = true;
    done_.notify_all();
}

HistoryThread::Batch HistoryThread::take(bool is_reconciling, bool is_owing) {
    std::unique_lock lock(mutex_);
    const auto has_work = [this] { return stop_ || urgent_ || !queue_.empty(); };
    const auto is_hurried = [this] { return stop_ || urgent_ || queue_.size() >= kBatchCommands; };
    if (!is_reconciling && is_owing)
        work_.wait_for(lock, kRetryTime, has_work);
    else if (!is_reconciling)
        work_.wait(lock, has_work);
    if (!is_reconciling && !queue_.empty())
        work_.wait_for(lock, kBatchTime, is_hurried);
    urgent_ = false;
    Batch batch{std::exchange(queue_, {}), stop_};
    lock.unlock();
    space_.notify_all();
    return batch;
}

void HistoryThread::finish(std::size_t commands, const Result<void>& result) {
    const std::lock_guard lock(mutex_);
    written_ += commands;
    if (!result && !first_error_)
        first_error_ = result.error();
    done_.notify_all();
}

/// True while there is more to do.
bool HistoryThread::reconcile(Reconciliation& reconciliation) {
    const auto more = reconciliation.step();
    const bool is_done = !more || !*more;
    if (is_done || std::chrono::steady_clock::now() - announced_ >= kBatchTime)
        announce();
    if (!is_done)
        return true;
    const std::lock_guard lock(mutex_);
    for (const std::string& problem :
         {more ? std::string() : more.error().message, reconciliation.notice()}) {
        if (!problem.empty())
            notice_ += notice_.empty() ? problem : " " + problem;
    }
    reconciled_ = true;
    done_.notify_all();
    return false;
}

void HistoryThread::announce() {
    announced_ = std::chrono::steady_clock::now();
    if (changed_)
        changed_();
}

}  // namespace tunebench
