#include "core/jobs/worker_pool.h"

#include <atomic>
#include <memory>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(WorkerPoolTest, EveryTaskIsDoneOnce) {
    WorkerPool pool(3);
    std::vector<std::future<int>> results;
    for (int i = 0; i < 1000; ++i)
        results.push_back(pool.submit<int>([i] { return i * i; }));
    for (int i = 0; i < 1000; ++i)
        EXPECT_EQ(results[static_cast<std::size_t>(i)].get(), i * i);
}

TEST(WorkerPoolTest, WhatATaskThrowsIsInItsFuture) {
    WorkerPool pool(1);
    auto failing = pool.submit<int>([]() -> int { throw std::runtime_error("no"); });
    auto next = pool.submit<int>([] { return 1; });
    EXPECT_THROW(failing.get(), std::runtime_error);
    EXPECT_EQ(next.get(), 1);
}

TEST(WorkerPoolTest, TasksThatWaitAreDroppedAtItsEnd) {
    std::promise<void> begun;
    std::promise<void> may_end;
    std::atomic<int> done = 0;
    auto pool = std::make_unique<WorkerPool>(1);
    auto first = pool->submit<int>([&] {
        begun.set_value();
        may_end.get_future().wait();
        return ++done;
    });
    auto second = pool->submit<int>([&] { return ++done; });
    begun.get_future().wait();
    std::thread end([&] { pool.reset(); });
    // The pool's end is under way or not: the second task runs at most before it.
    may_end.set_value();
    end.join();
    EXPECT_EQ(first.get(), 1);
    EXPECT_LE(done, 2);
    EXPECT_EQ(pool, nullptr);
}

}  // namespace
}  // namespace tunebench
