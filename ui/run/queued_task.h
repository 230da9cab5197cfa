// QueuedTask<Value>: work off the UI thread that must not be lost to the next: one after another, in the
// order of their start, and each answer is delivered, on the UI thread, before the next work starts.
// Otherwise as LatestTask, which carries it.
#pragma once

#include <deque>
#include <utility>

#include "ui/run/latest_task.h"

namespace tunebench::ui {

template <class Value>
class QueuedTask {
public:
    using Work = typename LatestTask<Value>::Work;
    using Deliver = typename LatestTask<Value>::Deliver;

    explicit QueuedTask(QObject* owner, QThreadPool* pool = QThreadPool::globalInstance())
        : task_(owner, pool) {}
    ~QueuedTask() { end_.cancel(); }
    QueuedTask(const QueuedTask&) = delete;
    QueuedTask& operator=(const QueuedTask&) = delete;

    void start(Work work, Deliver deliver) {
        waiting_.push_back({std::move(work), std::move(deliver)});
        if (!isBusy_)
            startNext();
    }

    /// Something is at work or waits for it; no longer while the last answer is delivered.
    bool isBusy() const { return isBusy_; }

private:
    struct Entry {
        Work work;
        Deliver deliver;
    };

    void startNext() {
        isBusy_ = true;
        Entry next = std::move(waiting_.front());
        waiting_.pop_front();
        task_.start(std::move(next.work), [this, end = end_, deliver = std::move(next.deliver)](Value value) {
            isBusy_ = !waiting_.empty();
            const bool goesOn = isBusy_;
            deliver(std::move(value));  // it may start more, and it may end the owner
            if (goesOn && !end.is_cancelled())
                startNext();
        });
    }

    std::deque<Entry> waiting_;
    bool isBusy_ = false;
    CancelToken end_;  // of the queue itself
    LatestTask<Value> task_;
};

}  // namespace tunebench::ui
