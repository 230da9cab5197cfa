// WorkerPool: a few threads that do small tasks, in the order in which they are given.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace tunebench {

class WorkerPool {
public:
    explicit WorkerPool(unsigned threads);
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;
    ~WorkerPool();  // ends the tasks that run, and drops those that wait

    /// What the task returns or throws is in the future.
    template <class T>
    std::future<T> submit(std::function<T()> task) {
        auto packaged = std::make_shared<std::packaged_task<T()>>(std::move(task));
        auto result = packaged->get_future();
        add([packaged] { (*packaged)(); });
        return result;
    }

private:
    void add(std::function<void()> task);
    void work();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;  // guarded by mutex_, as is ends_
    bool ends_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace tunebench
